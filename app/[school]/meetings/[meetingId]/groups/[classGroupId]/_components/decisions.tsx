'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { StatusBadge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { Tone } from '@/components/ui/tone'
import type { PromotionChoice } from '@/lib/domain/meetings/rules'
import type { MeetingStudent, MeetingStudents } from '@/lib/domain/meetings/students/schema'
import { removeDecisionAction } from '../../../../actions'
import { DecisionForm } from './decision-form'
import { PromotionForm } from './promotion-form'
import { useDeciding } from './use-deciding'

type DecisionsProps = {
  slug: string
  meeting: MeetingStudents['meeting']
  student: MeetingStudent
  grades: Record<string, string>
  decides: boolean
  note: string | null
}

const tones: Record<PromotionChoice, Tone> = {
  promoted: 'ok',
  not_promoted: 'danger',
  pending: 'warning',
  early: 'info',
}

/** What the criteria propose, what was decided, and the forms to decide. */
export function Decisions({ slug, meeting, student, grades, decides, note }: DecisionsProps) {
  const [t, words] = [useTranslations('meetings.present'), useTranslations('meetings')]
  const [form, setForm] = useState<string | null>(null)
  const { decide } = useDeciding()
  const { promotion, proposal, decisions, enrollmentId } = student
  const close = () => setForm(null)
  const here = decisions.filter((decision) => decision.here && decision.kind !== 'promotion')
  const of = { slug, meetingId: meeting.id, enrollmentId, onClose: close }
  return (
    <div className="grid grid-cols-1 content-start gap-5">
      {note && <p className="text-muted">{note}</p>}
      <section className="grid gap-2">
        <h2>{t('proposal')}</h2>
        <p>
          <StatusBadge tone={tones[proposal.status]}>{words(`promotion.${proposal.status}`)}</StatusBadge>
        </p>
        {proposal.told.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <section className="grid gap-2">
        <h2>{t('outcome')}</h2>
        {promotion && (
          <p>
            <StatusBadge tone={tones[promotion.status]}>{words(`promotion.${promotion.status}`)}</StatusBadge>{' '}
            {promotion.promotedTo && t('to', { grade: grades[promotion.promotedTo] ?? promotion.promotedTo })}
          </p>
        )}
        {promotion?.reason && <p>{promotion.reason}</p>}
        {decides &&
          (form === 'promotion' ? (
            <PromotionForm
              slug={slug}
              meetingId={meeting.id}
              student={student}
              yearEnd={meeting.periodId === null}
              onClose={close}
            />
          ) : (
            <Button className="justify-self-start" onClick={() => setForm('promotion')}>
              {promotion ? t('change') : meeting.periodId === null ? t('decide') : words('promotion.early')}
            </Button>
          ))}
      </section>
      <section className="grid gap-2">
        <h2>{t('here')}</h2>
        {here.map((decision) =>
          form === decision.id ? (
            <DecisionForm key={decision.id} {...of} of={decision} />
          ) : (
            <div key={decision.id} className="grid gap-1">
              <p>
                <strong>{words(`kind.${decision.kind}`)}:</strong> {decision.decision}
              </p>
              <p className="text-muted">{decision.reason}</p>
              {decides && (
                <div className="flex gap-2">
                  <Button size="sm" onClick={() => setForm(decision.id)}>
                    {t('change')}
                  </Button>
                  <Button
                    size="sm"
                    variant="ghost"
                    onClick={() =>
                      decide(
                        () => removeDecisionAction(slug, { decisionId: decision.id, version: decision.version }),
                        t('removed'),
                        close,
                      )
                    }
                  >
                    {t('remove')}
                  </Button>
                </div>
              )}
            </div>
          ),
        )}
        {decides &&
          (form === 'new' ? (
            <DecisionForm {...of} />
          ) : (
            <Button className="justify-self-start" onClick={() => setForm('new')}>
              {t('add')}
            </Button>
          ))}
      </section>
    </div>
  )
}
