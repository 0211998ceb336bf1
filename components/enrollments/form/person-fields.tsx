'use client'

import { useTranslations } from 'next-intl'
import { SelectField, TextField } from '@/components/layout/form-fields'
import { useFormOptions } from './form-options'
import type { EnrollForm } from './use-enroll-form'

type PersonFieldsProps = {
  form: EnrollForm
  /** Path of the person in the form's values. */
  at: string
  onNumberDone?: () => void
  warning?: string
}

/** Document and the four parts of a name, in the order in which they stand on a Colombian document. */
export function PersonFields({ form, at, onNumberDone, warning }: PersonFieldsProps) {
  const t = useTranslations('enrollments.form')
  const { documentTypes } = useFormOptions()
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField form={form} name={`${at}.documentType`} label={t('documentType')} options={documentTypes} />
        <TextField
          form={form}
          name={`${at}.documentNumber`}
          label={t('documentNumber')}
          help={warning}
          autoComplete="off"
          inputMode="numeric"
          maxLength={40}
          onBlur={onNumberDone}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          form={form}
          name={`${at}.firstSurname`}
          label={t('firstSurname')}
          autoComplete="off"
          maxLength={60}
        />
        <TextField
          form={form}
          name={`${at}.secondSurname`}
          label={t('secondSurname')}
          optional
          autoComplete="off"
          maxLength={60}
        />
        <TextField form={form} name={`${at}.firstName`} label={t('firstName')} autoComplete="off" maxLength={60} />
        <TextField
          form={form}
          name={`${at}.secondName`}
          label={t('secondName')}
          optional
          autoComplete="off"
          maxLength={60}
        />
      </div>
    </>
  )
}
