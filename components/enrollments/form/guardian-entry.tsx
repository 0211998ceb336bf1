'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { apiHeaders } from '@/components/layout/api-headers'
import { CheckboxField, SelectField, TextField } from '@/components/layout/form-fields'
import { useWhereabouts } from '@/components/layout/person-context'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Field, fieldId } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { normalizeDocumentNumber, showDocument } from '@/lib/shared/documents-id'
import { showPhone } from '@/lib/shared/phone'
import { useFormOptions } from './form-options'
import { PersonFields } from './person-fields'
import type { EnrollForm } from './use-enroll-form'
import type { KnownGuardian } from './values'

type GuardianEntryProps = { form: EnrollForm; index: number; primary: boolean; onRemove?: () => void }

/** One guardian: found in the school by name or document (a sibling's parent), or typed. */
export function GuardianEntry({ form, index, primary, onRemove }: GuardianEntryProps) {
  const t = useTranslations('enrollments.form')
  const { relationships } = useFormOptions()
  const { schoolId } = useWhereabouts()
  const at = `guardians.${index}`
  const entry = form.values.guardians[index]
  if (!entry) return null
  const { known, guardian } = entry

  const ask = async <T,>(path: string, signal?: AbortSignal): Promise<T | null> => {
    const response = await fetch(path, { headers: apiHeaders(schoolId), ...(signal ? { signal } : {}) })
    return response.ok ? ((await response.json()) as T) : null
  }
  const search = async (query: string, signal: AbortSignal) => {
    const path = `/api/v1/guardians?active=true&limit=12&q=${encodeURIComponent(query)}`
    const answer = await ask<{ items: KnownGuardian[] }>(path, signal)
    return (answer?.items ?? []).map((item) => ({
      value: JSON.stringify(item),
      label: `${item.fullName} · ${showDocument(item.documentType, item.documentNumber)}`,
      ...(item.phone ? { detail: showPhone(item.phone) } : {}),
    }))
  }
  const take = (found: KnownGuardian | null) => {
    form.set(`${at}.known`, found)
    const next = found ? 'relationship' : 'search'
    requestAnimationFrame(() => document.getElementById(fieldId(`${at}.${next}`))?.focus())
  }
  const findByNumber = async () => {
    const documentNumber = normalizeDocumentNumber(guardian.documentNumber)
    if (documentNumber.length < 5) return
    const query = new URLSearchParams({ documentType: guardian.documentType, documentNumber })
    const answer = await ask<{ guardian: KnownGuardian | null }>(`/api/v1/guardians/find?${query}`).catch(() => null)
    if (answer?.guardian) take(answer.guardian)
  }

  return (
    <fieldset className="card grid min-w-0 gap-4 p-3 md:p-4">
      <legend className="sr-only">{t('guardianTitle', { number: index + 1 })}</legend>
      <div className="flex items-center justify-between gap-2">
        <span className="flex items-center gap-2 font-medium" aria-hidden="true">
          {t('guardianTitle', { number: index + 1 })}
          {primary && <Badge tone="accent">{t('primary')}</Badge>}
        </span>
        {onRemove && (
          <IconButton label={t('removeGuardian')} icon={<Trash2 aria-hidden="true" />} size="sm" onClick={onRemove} />
        )}
      </div>
      {known ? (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span className="min-w-0">
            <span className="font-medium">{known.fullName}</span>
            <span className="nums block text-sm text-muted">
              {showDocument(known.documentType, known.documentNumber)} ·{' '}
              {known.phone ? showPhone(known.phone) : t('noPhone')} · {t('guardianKnown')}
            </span>
          </span>
          <Button size="sm" onClick={() => take(null)}>
            {t('guardianChange')}
          </Button>
        </div>
      ) : (
        <>
          <Field name={`${at}.search`} label={t('guardianSearch')} optional>
            <Combobox
              search={search}
              selected={null}
              onSelect={(option) => option && take(JSON.parse(option.value) as KnownGuardian)}
              placeholder={t('guardianSearchPlaceholder')}
            />
          </Field>
          <PersonFields form={form} at={`${at}.guardian`} onNumberDone={findByNumber} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              form={form}
              name={`${at}.guardian.phone`}
              label={t('phone')}
              type="tel"
              autoComplete="off"
              optional
            />
            <TextField
              form={form}
              name={`${at}.guardian.email`}
              label={t('email')}
              help={t('emailHelp')}
              type="email"
              autoComplete="off"
              optional
            />
          </div>
        </>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          form={form}
          name={`${at}.relationship`}
          label={t('relationship')}
          placeholder={t('choose')}
          options={relationships}
        />
        {!primary && (
          <div className="flex flex-wrap items-end gap-x-6">
            <CheckboxField form={form} name={`${at}.canPickup`} label={t('canPickup')} />
            <CheckboxField form={form} name={`${at}.isEmergencyContact`} label={t('emergency')} />
          </div>
        )}
      </div>
    </fieldset>
  )
}
