'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { DayField, SelectField, TextareaField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import type { Option } from '@/components/ui/select'
import { createMeetingAction } from '../actions'

type NewMeetingFormProps = {
  slug: string
  schoolYearId: string
  today: string
  periods: readonly Option[]
  grades: readonly Option[]
}

export function NewMeetingForm({ slug, schoolYearId, today, periods, grades }: NewMeetingFormProps) {
  const t = useTranslations('meetings')
  const form = useActionForm({
    school: slug,
    action: createMeetingAction,
    initial: { periodId: '', gradeLevel: '', heldOn: today, notes: '' },
    toInput: ({ periodId, gradeLevel, ...rest }) => ({
      schoolYearId,
      ...rest,
      periodId: periodId || null,
      gradeLevel: gradeLevel || null,
    }),
    draft: 'meeting',
  })
  return (
    <ActionForm form={form} submit={t('form.create')} cancelHref={`/${slug}/meetings`}>
      <SelectField
        form={form}
        name="periodId"
        label={t('form.period')}
        help={t('form.periodHelp')}
        options={periods}
        placeholder={t('yearEnd')}
      />
      <SelectField
        form={form}
        name="gradeLevel"
        label={t('form.grade')}
        options={grades}
        placeholder={t('allGrades')}
      />
      <DayField form={form} name="heldOn" label={t('form.heldOn')} />
      <TextareaField form={form} name="notes" label={t('form.notes')} help={t('form.notesHelp')} optional rows={5} />
    </ActionForm>
  )
}
