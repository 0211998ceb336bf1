'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { levelTone } from '@/components/evaluation/level-tone'
import { Badge, StatusBadge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { RecoveringStudent } from '@/lib/domain/evaluation/recoveries/course/schema'
import { showScore } from '@/lib/domain/evaluation/scale/rules'
import type { NationalLevel, StageRules } from '@/lib/domain/evaluation/schema'
import { formatDay } from '@/lib/shared/dates'
import { AnnulDialog } from './annul-dialog'
import { PlanDialog } from './plan-dialog'
import { RecordDialog } from './record-dialog'
import { RecoveryMoves } from './recovery-moves'

export type RecoveryAt = { courseOfferingId: string; academicPeriodId?: string }
type Asked = { what: 'plan' | 'record' | 'annul'; student: RecoveringStudent }
type Props = {
  school: string
  at: RecoveryAt
  students: readonly RecoveringStudent[]
  rules: StageRules
  levels: Record<NationalLevel, string>
  writes: boolean
}

const tones = { failed: 'warning', planned: 'info', done: 'ok' } as const

/** A line for each student: the mark, what was agreed, and the next step. */
export function RecoveryList({ school, at, students, rules, levels, writes }: Props) {
  const t = useTranslations('recoveries')
  const locale = useLocale()
  const [asked, setAsked] = useState<Asked>()
  const close = () => setAsked(undefined)
  const show = (value: string) => showScore(rules, value, locale)
  const day = (on: string) => formatDay(on, locale.slice(0, 2), 'short')
  return (
    <>
      <ul className="card divide-y divide-border" aria-label={t('list')}>
        {students.map((student) => {
          const { enrollmentId, studentId, name, value, level, recovery, moves } = student
          const state = recovery ? (recovery.status as 'planned' | 'done') : 'failed'
          const ask = (what: Asked['what']) => () => setAsked({ what, student })
          return (
            <li key={enrollmentId} className="grid gap-3 p-4 md:grid-cols-[minmax(0,1fr)_auto] md:items-start">
              <div className="grid gap-1">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <a className="link font-medium" href={`/${school}/students/${studentId}?tab=marks`}>
                    {name}
                  </a>
                  <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>
                </p>
                <p className="nums flex flex-wrap items-center gap-x-3 gap-y-1">
                  {recovery?.score && value !== null
                    ? t('lifted', {
                        original: show(recovery.originalValue),
                        score: show(recovery.score),
                        value: show(value),
                      })
                    : value === null
                      ? t('noMark')
                      : t('mark', { value: show(value) })}
                  {level && <Badge tone={levelTone[level]}>{levels[level]}</Badge>}
                </p>
                {recovery && (
                  <p className="nums text-sm text-muted">
                    {[
                      recovery.heldOn && t(state === 'done' ? 'heldOnDone' : 'heldOn', { day: day(recovery.heldOn) }),
                      recovery.ceiling && t('limit', { ceiling: show(recovery.ceiling) }),
                      recovery.note,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                )}
                <RecoveryMoves moves={moves} show={show} />
              </div>
              {writes && (
                <div className="flex flex-wrap gap-2">
                  {recovery && (
                    <Button variant="ghost" aria-label={t('annulOf', { name })} onClick={ask('annul')}>
                      {t('annul')}
                    </Button>
                  )}
                  {state === 'failed' ? (
                    <Button aria-label={t('planOf', { name })} onClick={ask('plan')}>
                      {t('plan')}
                    </Button>
                  ) : state === 'planned' ? (
                    <Button variant="primary" aria-label={`${t('record')}: ${name}`} onClick={ask('record')}>
                      {t('record')}
                    </Button>
                  ) : (
                    <Button aria-label={t('correctOf', { name })} onClick={ask('record')}>
                      {t('correct')}
                    </Button>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {asked?.what === 'plan' && (
        <PlanDialog
          school={school}
          at={at}
          enrollmentIds={[asked.student.enrollmentId]}
          title={t('planOf', { name: asked.student.name })}
          submit={t('plan')}
          onClose={close}
        />
      )}
      {asked?.what === 'record' && (
        <RecordDialog
          school={school}
          of={at.academicPeriodId ? 'course' : 'year'}
          student={asked.student}
          rules={rules}
          levels={levels}
          onClose={close}
        />
      )}
      {asked?.what === 'annul' && <AnnulDialog school={school} student={asked.student} onClose={close} />}
    </>
  )
}
