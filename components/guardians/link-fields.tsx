'use client'

import { useTranslations } from 'next-intl'
import { CheckboxField, SelectField } from '@/components/layout/form-fields'
import type { FormValues } from '@/components/layout/form-path'
import type { ActionForm } from '@/components/layout/use-action-form'
import type { Option } from '@/components/ui/select'

export type LinkValues = {
  relationship: string
  isPrimary: boolean
  canPickup: boolean
  isEmergencyContact: boolean
}

type LinkFieldsProps<V extends FormValues> = {
  form: ActionForm<V>
  relationships: Option[]
  /** The one primary guardian stops being it by another one becoming it, not by an empty box. */
  primaryFixed?: boolean
}

/** What ties a guardian to one child. */
export function LinkFields<V extends FormValues>({ form, relationships, primaryFixed }: LinkFieldsProps<V>) {
  const t = useTranslations('guardians')
  return (
    <>
      <SelectField
        form={form}
        name="relationship"
        label={t('field.relationship')}
        options={relationships}
        placeholder={t('family.choose')}
      />
      <div className="grid gap-2">
        {!primaryFixed && <CheckboxField form={form} name="isPrimary" label={t('field.isPrimary')} />}
        <CheckboxField form={form} name="canPickup" label={t('field.canPickup')} />
        <CheckboxField form={form} name="isEmergencyContact" label={t('field.isEmergencyContact')} />
      </div>
    </>
  )
}
