'use client'

import { useTranslations } from 'next-intl'
import { SelectField, TextField } from '@/components/layout/form-fields'
import type { FormValues } from '@/components/layout/form-path'
import type { ActionForm } from '@/components/layout/use-action-form'

export type GroupChoiceLists = {
  shifts: { value: string; label: string }[]
  plans: { value: string; label: string }[]
  directors: { value: string; label: string }[]
}

/** What a group has beside grade and code. */
export function GroupFields<V extends FormValues>({ form, lists }: { form: ActionForm<V>; lists: GroupChoiceLists }) {
  const t = useTranslations('academics')
  return (
    <>
      <div className="grid gap-4 md:grid-cols-3">
        <SelectField
          form={form}
          name="shift"
          label={t('groups.shift')}
          optional
          options={lists.shifts}
          placeholder={t('groups.none')}
        />
        <TextField
          form={form}
          name="capacity"
          label={t('groups.capacity')}
          help={t('groups.capacityHelp')}
          optional
          inputMode="numeric"
          maxLength={3}
          clean={(typed) => typed.replace(/\D/g, '')}
        />
        <TextField form={form} name="room" label={t('groups.room')} optional maxLength={30} />
      </div>
      <SelectField
        form={form}
        name="studyPlanId"
        label={t('groups.plan')}
        help={t('groups.planHelp')}
        optional
        options={lists.plans}
        placeholder={t('groups.none')}
      />
      <SelectField
        form={form}
        name="directorId"
        label={t('groups.director')}
        help={t('groups.directorHelp')}
        optional
        options={lists.directors}
        placeholder={t('groups.none')}
      />
    </>
  )
}

/** Empty choices and numbers as the command takes them. */
export const groupInput = <V extends { capacity: string; studyPlanId: string; directorId: string }>(values: V) => ({
  ...values,
  capacity: values.capacity ? Number(values.capacity) : null,
  studyPlanId: values.studyPlanId || null,
  directorId: values.directorId || null,
})
