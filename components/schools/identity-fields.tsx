'use client'

import { useTranslations } from 'next-intl'
import { RadioField, TextField } from '@/components/layout/form-fields'
import type { FormValues } from '@/components/layout/form-path'
import type { ActionForm } from '@/components/layout/use-action-form'
import { calendars, sectors } from '@/lib/domain/schools/rules'

/** What every school is known by: for who opens it and for who keeps it. */
export function IdentityFields<V extends FormValues>({ form }: { form: ActionForm<V> }) {
  const t = useTranslations('schools')
  return (
    <>
      <TextField form={form} name="name" label={t('field.name')} maxLength={255} autoComplete="organization" />
      <div className="grid gap-4 md:grid-cols-2">
        <TextField form={form} name="nit" label={t('field.nit')} help={t('field.nitHelp')} optional maxLength={20} />
        <TextField form={form} name="city" label={t('field.city')} optional maxLength={100} />
      </div>
      <TextField
        form={form}
        name="resolution"
        label={t('field.resolution')}
        help={t('field.resolutionHelp')}
        optional
        maxLength={100}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <RadioField
          form={form}
          name="sector"
          label={t('field.sector')}
          inline
          options={sectors.map((value) => ({ value, label: t(`sector.${value}`) }))}
        />
        <RadioField
          form={form}
          name="calendar"
          label={t('field.calendar')}
          inline
          options={calendars.map((value) => ({ value, label: t(`calendar.${value}`) }))}
        />
      </div>
    </>
  )
}
