'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { DayField, SelectField, TextareaField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { activityTypes } from '@/lib/domain/gradebook/activities/schema'
import type { ActionResult } from '@/lib/platform/result'

export type ActivityValues = {
  title: string
  type: string
  weight: string
  categoryId: string
  assignedOn: string
  dueOn: string
  description: string
}

type ActivityFormProps = {
  school: string
  initial: ActivityValues & { version?: number }
  /** Goes along with every save: which activity, or which course and period. */
  about: Record<string, string>
  categories: readonly { id: string; name: string }[]
  action: (school: string, input: unknown) => Promise<ActionResult<{ id: string; version: number }>>
  submit: string
  back: string
}

export function ActivityForm({ school, initial, about, categories, action, submit, back }: ActivityFormProps) {
  const t = useTranslations('activityForms')
  const form = useActionForm({
    school,
    action,
    initial,
    toInput: (values) => ({ ...values, ...about }),
    onSuccess: () => window.location.assign(back),
  })
  return (
    <ActionForm form={form} submit={submit} cancelHref={back}>
      <TextField form={form} name="title" label={t('title')} help={t('titleHelp')} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          form={form}
          name="type"
          label={t('type')}
          options={activityTypes.map((type) => ({ value: type, label: t(`types.${type}`) }))}
        />
        <TextField form={form} name="weight" label={t('weight')} help={t('weightHelp')} />
      </div>
      {categories.length > 0 && (
        <SelectField
          form={form}
          name="categoryId"
          label={t('category')}
          optional
          options={[
            { value: '', label: t('noCategory') },
            ...categories.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <DayField form={form} name="assignedOn" label={t('assignedOn')} optional />
        <DayField form={form} name="dueOn" label={t('dueOn')} optional />
      </div>
      <TextareaField form={form} name="description" label={t('description')} help={t('descriptionHelp')} optional />
    </ActionForm>
  )
}
