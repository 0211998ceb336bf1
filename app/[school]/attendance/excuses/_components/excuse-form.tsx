'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { apiHeaders } from '@/components/layout/api-headers'
import { DayField, TextareaField } from '@/components/layout/form-fields'
import { useWhereabouts } from '@/components/layout/person-context'
import { useActionForm } from '@/components/layout/use-action-form'
import { Combobox, type ComboboxOption } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import type { ActionResult } from '@/lib/platform/result'
import { showDocument } from '@/lib/shared/documents-id'
import { ExcusePaper, type PaperDoors } from './excuse-paper'

type ExcuseFormProps = {
  school: string
  cancelHref: string
  today: string
  create: (school: string, input: unknown) => Promise<ActionResult<unknown>>
  upload: PaperDoors
}

type Found = { id: string; fullName: string; documentType: string; documentNumber: string; groupCode: string | null }
type Paper = { fileId: string; name: string }

/** An excuse as a family brings it: who, which days, why, and the paper. */
export function ExcuseForm({ school, cancelHref, today, create, upload }: ExcuseFormProps) {
  const t = useTranslations('excuses')
  const { schoolId } = useWhereabouts()
  const form = useActionForm({
    school,
    action: create,
    initial: {
      student: null as ComboboxOption | null,
      validFrom: today,
      validTo: today,
      reason: '',
      paper: null as Paper | null,
    },
    toInput: ({ student, paper, ...rest }) => ({
      ...rest,
      studentId: student?.value,
      ...(paper ? { fileId: paper.fileId } : {}),
    }),
    validate: ({ student }): Record<string, string> => (student ? {} : { student: t('chooseStudent') }),
    success: t('created'),
  })

  async function search(query: string, signal: AbortSignal): Promise<ComboboxOption[]> {
    const address = `/api/v1/students?active=true&limit=20&q=${encodeURIComponent(query)}`
    const response = await fetch(address, { signal, headers: apiHeaders(schoolId) })
    const { items }: { items: Found[] } = response.ok ? await response.json() : { items: [] }
    return items.map(({ id, fullName, documentType, documentNumber, groupCode }) => ({
      value: id,
      label: fullName,
      detail: [showDocument(documentType, documentNumber), groupCode].filter(Boolean).join(' · '),
    }))
  }

  return (
    <ActionForm form={form} submit={t('submit')} cancelHref={cancelHref}>
      <Field name="student" label={t('student')} help={t('studentHelp')} error={form.errors.student}>
        <Combobox search={search} selected={form.values.student} onSelect={(option) => form.set('student', option)} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <DayField form={form} name="validFrom" label={t('from')} />
        <DayField form={form} name="validTo" label={t('to')} />
      </div>
      <TextareaField form={form} name="reason" label={t('reason')} help={t('reasonHelp')} rows={3} maxLength={500} />
      <ExcusePaper
        school={school}
        doors={upload}
        name={form.values.paper?.name}
        onSent={(paper) => form.set('paper', paper)}
      />
    </ActionForm>
  )
}
