'use client'

import { useTranslations } from 'next-intl'
import { DayField, TextField } from '@/components/layout/form-fields'
import type { FormValues } from '@/components/layout/form-path'
import type { ActionForm } from '@/components/layout/use-action-form'

export function YearFields<V extends FormValues>({ form }: { form: ActionForm<V> }) {
  const t = useTranslations('years')
  return (
    <div className="grid gap-4 md:grid-cols-3">
      <TextField form={form} name="name" label={t('name')} maxLength={30} />
      <DayField form={form} name="startsOn" label={t('startsOn')} />
      <DayField form={form} name="endsOn" label={t('endsOn')} />
    </div>
  )
}
