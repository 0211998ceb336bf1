'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { DayField, SelectField, TextareaField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Fieldset } from '@/components/ui/fieldset'
import type { Option } from '@/components/ui/select'
import { studentWarnings } from '@/lib/domain/students/rules'
import type { DuplicateStudent, StudentDetail } from '@/lib/domain/students/schema'
import type { ActionResult } from '@/lib/platform/result'
import { isIsoDay, today } from '@/lib/shared/dates'
import { normalizeDocumentNumber, showDocumentNumber } from '@/lib/shared/documents-id'
import { DuplicateNotice } from './duplicate-notice'
import { type ExtraField, type StudentValues, toValues } from './student-values'

export type StudentOptions = {
  documentTypes: Option[]
  genders: Option[]
  bloodTypes: Option[]
  strata: Option[]
  departments: Option[]
}

type StudentFormProps = {
  school: string
  /** The student to edit; none for a new one. */
  student?: StudentDetail
  options: StudentOptions
  /** Whether health data are shown and sent. */
  health: boolean
  action: (school: string, input: unknown) => Promise<ActionResult<unknown>>
  cancelHref: string
}

type Values = StudentValues & { version?: number; acceptDuplicate: string[] }

export function StudentForm({ school, student, options, health, action, cancelHref }: StudentFormProps) {
  const t = useTranslations('students')
  const warn = useTranslations()
  const form = useActionForm<Values, unknown>({
    school,
    action,
    draft: student ? `student.${student.id}` : 'student.new',
    initial: {
      ...toValues(student ?? null, health),
      acceptDuplicate: [],
      ...(student ? { version: student.version } : {}),
    },
    toInput: ({ acceptDuplicate, ...values }) =>
      student
        ? { studentId: student.id, ...values }
        : { ...values, ...(acceptDuplicate.length > 0 ? { acceptDuplicate } : {}) },
    fromCurrent: (current) => {
      const record = current as StudentDetail
      return { ...toValues(record, health), version: record.version }
    },
    success: student ? t('form.saved') : t('form.created'),
  })
  const { values, refusal } = form
  const candidates = (refusal?.data?.candidates ?? []) as DuplicateStudent[]
  const takenBy = refusal?.data?.studentId as string | undefined
  const accepted = values.acceptDuplicate.length > 0

  const warnings = useMemo(() => {
    const documentNumber = normalizeDocumentNumber(values.documentNumber)
    const birthDate = isIsoDay(values.birthDate) ? values.birthDate : null
    return studentWarnings({ ...values, documentNumber, birthDate }, today())
  }, [values])
  const helpFor = (field: string, otherwise?: string) => {
    const warning = warnings.find((one) => one.field === field)
    if (!warning || form.errors[field]) return otherwise
    return <span className="text-warning">{warn(warning.key as 'identity.documentWarning.age')}</span>
  }
  // Only when it changes something: a field that is set loses its error, and what moves under the pointer is not clicked.
  const showDots = () => {
    const shown = showDocumentNumber(normalizeDocumentNumber(values.documentNumber))
    if (shown !== values.documentNumber) form.set('documentNumber', shown)
  }
  const own = (name: 'firstSurname' | 'secondSurname' | 'firstName' | 'secondName') => ({
    form,
    name,
    label: t(`field.${name}`),
    help: helpFor(name),
    autoComplete: 'off',
  })
  const extra = (field: ExtraField) => ({
    form,
    name: `extraData.${field}`,
    label: t(`field.${field}`),
    optional: true,
    autoComplete: 'off',
  })
  const code = (field: ExtraField, maxLength: number) => ({
    ...extra(field),
    inputMode: 'numeric' as const,
    maxLength,
    clean: (typed: string) => typed.replace(/\D/g, ''),
  })
  const department = (field: ExtraField) => ({
    ...extra(field),
    options: options.departments,
    placeholder: t('form.choose'),
  })
  const pair = 'grid gap-4 md:grid-cols-2'

  return (
    <ActionForm
      form={form}
      submit={student ? t('form.save') : accepted ? t('form.createAnyway') : t('form.create')}
      cancelHref={cancelHref}
    >
      {(candidates.length > 0 || takenBy) && (
        <DuplicateNotice
          school={school}
          candidates={candidates}
          takenBy={takenBy}
          accepted={accepted}
          onAccept={(on) => form.set('acceptDuplicate', on ? candidates.map(({ id }) => id) : [])}
        />
      )}
      <Fieldset legend={t('form.identity')}>
        <div className={pair}>
          <SelectField
            form={form}
            name="documentType"
            label={t('field.documentType')}
            options={options.documentTypes}
            help={helpFor('documentType')}
          />
          <TextField
            form={form}
            name="documentNumber"
            label={t('field.documentNumber')}
            help={helpFor('documentNumber', t('form.numberHelp'))}
            autoComplete="off"
            maxLength={30}
            onBlur={showDots}
          />
        </div>
      </Fieldset>
      <Fieldset legend={t('form.names')}>
        <div className={pair}>
          <TextField {...own('firstSurname')} />
          <TextField {...own('secondSurname')} optional />
          <TextField {...own('firstName')} />
          <TextField {...own('secondName')} optional />
          <DayField form={form} name="birthDate" label={t('field.birthDate')} optional max={today()} />
          <SelectField
            form={form}
            name="gender"
            label={t('field.gender')}
            options={options.genders}
            placeholder={t('form.choose')}
            optional
          />
        </div>
      </Fieldset>
      <Fieldset legend={t('form.contact')}>
        <div className={pair}>
          <TextField {...extra('address')} />
          <TextField {...extra('neighborhood')} />
          <TextField {...extra('phone')} type="tel" inputMode="tel" />
          <TextField {...extra('eps')} />
        </div>
      </Fieldset>
      {health && (
        <Fieldset legend={t('form.health')} help={t('form.healthHelp')}>
          <SelectField
            form={form}
            name="extraData.bloodType"
            label={t('field.bloodType')}
            options={options.bloodTypes}
            placeholder={t('form.choose')}
            optional
          />
          <TextareaField form={form} name="extraData.allergies" label={t('field.allergies')} optional rows={2} />
        </Fieldset>
      )}
      <details className="grid gap-4">
        <summary className="cursor-pointer text-lg font-semibold">{t('form.simatTitle')}</summary>
        <p className="mt-1 mb-3 text-muted">{t('form.municipalityHelp')}</p>
        <div className={pair}>
          <SelectField {...department('residenceDepartment')} />
          <TextField {...code('residenceMunicipality', 3)} />
          <SelectField {...department('birthDepartment')} />
          <TextField {...code('birthMunicipality', 3)} />
          <SelectField {...department('issueDepartment')} />
          <TextField {...code('issueMunicipality', 3)} />
          <SelectField
            form={form}
            name="extraData.stratum"
            label={t('field.stratum')}
            options={options.strata}
            placeholder={t('form.choose')}
            optional
          />
          <TextField {...extra('sisben')} maxLength={9} />
          <TextField {...code('originCountry', 3)} />
          <TextField {...code('simatPersonId', 8)} />
        </div>
      </details>
    </ActionForm>
  )
}
