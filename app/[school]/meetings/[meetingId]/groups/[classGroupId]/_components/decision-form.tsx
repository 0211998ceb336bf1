'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { plainKinds } from '@/lib/domain/meetings/decisions/schema'
import type { MeetingStudent } from '@/lib/domain/meetings/students/schema'
import { createDecisionAction, updateDecisionAction } from '../../../../actions'
import { useDeciding } from './use-deciding'

type DecisionFormProps = {
  slug: string
  meetingId: string
  enrollmentId: string
  /** The decision that is put differently; none: a new one. */
  of?: MeetingStudent['decisions'][number]
  onClose: () => void
}

/** What the meeting decides about a student beside promotion, with its reason. */
export function DecisionForm({ slug, meetingId, enrollmentId, of, onClose }: DecisionFormProps) {
  const [t, words] = [useTranslations('meetings.present'), useTranslations('meetings')]
  const [kind, setKind] = useState<string>(of?.kind ?? 'support')
  const [decision, setDecision] = useState(of?.decision ?? '')
  const [reason, setReason] = useState(of?.reason ?? '')
  const { decide, pending } = useDeciding()
  const save = () =>
    decide(
      () =>
        of
          ? updateDecisionAction(slug, { decisionId: of.id, version: of.version, decision, reason })
          : createDecisionAction(slug, { meetingId, enrollmentId, kind, decision, reason }),
      t('saved'),
      onClose,
    )
  return (
    <form action={save} className="grid gap-3">
      {!of && (
        <Field name="kind" label={t('kind')}>
          <Select
            value={kind}
            onChange={(event) => setKind(event.target.value)}
            options={plainKinds.map((value) => ({ value, label: words(`kind.${value}`) }))}
          />
        </Field>
      )}
      <Field name="decision" label={t('decision')}>
        <Textarea required value={decision} maxLength={500} onChange={(event) => setDecision(event.target.value)} />
      </Field>
      <Field name="reason" label={t('reason')}>
        <Textarea required value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" loading={pending}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
