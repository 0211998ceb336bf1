'use client'

import { useTranslations } from 'next-intl'
import { SelectField, TextField } from '@/components/layout/form-fields'
import type { FormValues } from '@/components/layout/form-path'
import type { ActionForm } from '@/components/layout/use-action-form'
import type { Option } from '@/components/ui/select'

export type GuardianValues = {
  documentType: string
  documentNumber: string
  firstSurname: string
  secondSurname: string
  firstName: string
  secondName: string
  phone: string
  email: string
  address: string
  occupation: string
  workplace: string
}

type FieldsProps<V extends FormValues> = {
  form: ActionForm<V>
  /** Where the guardian stands in the form's values: '' or `guardian.`. */
  at: string
}

export function DocumentFields<V extends FormValues>({ form, at, types }: FieldsProps<V> & { types: Option[] }) {
  const t = useTranslations('guardians')
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <SelectField form={form} name={`${at}documentType`} label={t('field.documentType')} options={types} />
      <TextField
        form={form}
        name={`${at}documentNumber`}
        label={t('field.documentNumber')}
        inputMode="text"
        autoComplete="off"
        maxLength={30}
      />
    </div>
  )
}

export function PersonFields<V extends FormValues>({ form, at }: FieldsProps<V>) {
  const t = useTranslations('guardians')
  const field = (name: keyof GuardianValues) => ({ form, name: `${at}${name}`, label: t(`field.${name}`) })
  return (
    <>
      <div className="grid gap-4 md:grid-cols-2">
        <TextField {...field('firstSurname')} autoComplete="off" />
        <TextField {...field('secondSurname')} optional autoComplete="off" />
        <TextField {...field('firstName')} autoComplete="off" />
        <TextField {...field('secondName')} optional autoComplete="off" />
        <TextField {...field('phone')} optional type="tel" inputMode="tel" autoComplete="off" />
        <TextField {...field('email')} optional type="email" autoComplete="off" />
      </div>
      <TextField {...field('address')} optional autoComplete="off" />
      <div className="grid gap-4 md:grid-cols-2">
        <TextField {...field('occupation')} optional autoComplete="off" />
        <TextField {...field('workplace')} optional autoComplete="off" />
      </div>
    </>
  )
}
