'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { RadioGroup } from '@/components/ui/radio-group'
import { Textarea } from '@/components/ui/textarea'
import { type PromotionChoice, promotionChoices } from '@/lib/domain/meetings/rules'
import type { MeetingStudent } from '@/lib/domain/meetings/students/schema'
import { decidePromotionAction } from '../../../../actions'
import { useDeciding } from './use-deciding'

type PromotionFormProps = {
  slug: string
  meetingId: string
  student: MeetingStudent
  /** In the meeting of a period nothing but promotion ahead of time is decided. */
  yearEnd: boolean
  onClose: () => void
}

/** How a student's year ends; it starts from the proposal, and whatever differs from it wants a reason. */
export function PromotionForm({ slug, meetingId, student, yearEnd, onClose }: PromotionFormProps) {
  const [t, words] = [useTranslations('meetings.present'), useTranslations('meetings')]
  const { enrollmentId, promotion, proposal } = student
  const [status, setStatus] = useState<PromotionChoice>(yearEnd ? (promotion?.status ?? proposal.status) : 'early')
  const [reason, setReason] = useState(promotion?.reason ?? '')
  const [familyConsent, setFamilyConsent] = useState(false)
  const { decide, pending } = useDeciding()
  const choices = yearEnd ? promotionChoices : promotionChoices.filter((choice) => choice === 'early')
  const differs = status !== proposal.status
  const save = () =>
    decide(
      () =>
        decidePromotionAction(slug, {
          meetingId,
          enrollmentId,
          version: promotion?.version ?? null,
          status,
          reason,
          familyConsent: status === 'early' && familyConsent,
        }),
      t('savedPromotion'),
      onClose,
    )
  return (
    <form action={save} className="grid gap-3">
      <RadioGroup
        name="status"
        legend={t('status')}
        value={status}
        onValueChange={(value) => setStatus(value as PromotionChoice)}
        options={choices.map((choice) => ({ value: choice, label: words(`promotion.${choice}`) }))}
      />
      {status === 'early' && (
        <Checkbox
          label={t('consent')}
          help={t('consentHelp')}
          checked={familyConsent}
          onChange={(event) => setFamilyConsent(event.target.checked)}
        />
      )}
      <Field name="reason" label={t('reason')} optional={!differs} help={differs ? t('overrideHelp') : undefined}>
        <Textarea value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" loading={pending}>
          {t('savePromotion')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
