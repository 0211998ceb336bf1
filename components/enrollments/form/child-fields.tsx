'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DayField, SelectField } from '@/components/layout/form-fields'
import { Button } from '@/components/ui/button'
import { isIsoDay, today } from '@/lib/shared/dates'
import { documentWarnings, normalizeDocumentNumber } from '@/lib/shared/documents-id'
import { useFormOptions } from './form-options'
import { PersonFields } from './person-fields'
import { SimilarChildren } from './similar-children'
import type { EnrollForm } from './use-enroll-form'

/** A child whom the school does not know yet. */
export function ChildFields({ form }: { form: EnrollForm }) {
  const t = useTranslations('enrollments.form')
  const identity = useTranslations('identity')
  const { genders } = useFormOptions()
  const { documentType, documentNumber, birthDate } = form.values.student
  const born = isIsoDay(birthDate) ? { birthDate, on: today() } : undefined
  const [warning] = documentWarnings(documentType, normalizeDocumentNumber(documentNumber), born)
  return (
    <>
      <PersonFields form={form} at="student" warning={warning && identity(`documentWarning.${warning}`)} />
      <div className="grid gap-4 sm:grid-cols-2">
        <DayField form={form} name="student.birthDate" label={t('birthDate')} optional max={today()} />
        <SelectField
          form={form}
          name="student.gender"
          label={t('gender')}
          optional
          placeholder={t('choose')}
          options={genders}
        />
      </div>
      <SimilarChildren form={form} />
      <div>
        <Button variant="ghost" size="sm" icon={<Search aria-hidden="true" />} onClick={form.release}>
          {t('backToSearch')}
        </Button>
      </div>
    </>
  )
}
