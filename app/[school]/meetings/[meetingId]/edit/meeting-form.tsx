'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { DayField, TextareaField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { updateMeetingAction } from '../../actions'

type MeetingFormProps = {
  slug: string
  initial: { meetingId: string; version: number; heldOn: string; notes: string }
}

export function MeetingForm({ slug, initial }: MeetingFormProps) {
  const t = useTranslations('meetings')
  const form = useActionForm({
    school: slug,
    action: updateMeetingAction,
    initial,
    draft: `meeting-${initial.meetingId}`,
  })
  return (
    <ActionForm form={form} submit={t('form.save')} cancelHref={`/${slug}/meetings/${initial.meetingId}`}>
      <DayField form={form} name="heldOn" label={t('form.heldOn')} />
      <TextareaField form={form} name="notes" label={t('form.notes')} help={t('form.notesHelp')} optional rows={10} />
    </ActionForm>
  )
}
