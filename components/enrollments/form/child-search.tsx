'use client'

import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { apiHeaders } from '@/components/layout/api-headers'
import { useWhereabouts } from '@/components/layout/person-context'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Field, fieldId } from '@/components/ui/field'
import type { Candidate, FormFacts } from '@/lib/domain/enrollments/form/schema'
import { showDocument } from '@/lib/shared/documents-id'
import { isGradeLevel } from '@/lib/shared/grades'
import { AlreadyEnrolled } from './already-enrolled'
import type { EnrollForm } from './use-enroll-form'

type ChildSearchProps = { school: string; form: EnrollForm; years: FormFacts['years'] }

/** Finds a child by name or number while it is typed; the chosen one shows as a card. */
export function ChildSearch({ school, form, years }: ChildSearchProps) {
  const t = useTranslations('enrollments.form')
  const grades = useTranslations('grades.short')
  const { schoolId } = useWhereabouts()
  const { child } = form.values
  const asked = useRef(false)

  useEffect(() => {
    if (asked.current || child) return
    asked.current = true
    document.getElementById(fieldId('childSearch'))?.focus({ preventScroll: true })
  }, [child])

  const lastOf = ({ last }: Pick<Candidate, 'last'>) =>
    last
      ? `${last.yearName} · ${isGradeLevel(last.gradeLevel) ? grades(last.gradeLevel) : last.gradeLevel}${last.groupCode ? ` ${last.groupCode}` : ''}`
      : t('neverHere')

  const search = async (query: string, signal: AbortSignal) => {
    const address = `/api/v1/enrollments/form/candidates?q=${encodeURIComponent(query)}`
    const response = await fetch(address, { signal, headers: apiHeaders(schoolId) })
    const { items }: { items: Candidate[] } = response.ok ? await response.json() : { items: [] }
    return items.map((item) => ({
      value: item.id,
      label: `${item.fullName} · ${showDocument(item.documentType, item.documentNumber)}`,
      detail: lastOf(item),
    }))
  }

  if (!child) {
    return (
      <>
        <Field name="childSearch" label={t('search')} error={form.errors.childSearch}>
          <Combobox
            search={search}
            selected={null}
            onSelect={(option) => option && form.choose(option.value)}
            placeholder={t('searchPlaceholder')}
          />
        </Field>
        <div>
          <Button icon={<UserPlus aria-hidden="true" />} onClick={form.startNew}>
            {t('notFound')}
          </Button>
        </div>
      </>
    )
  }
  return (
    <>
      <div className="card flex flex-wrap items-center gap-3 p-3">
        <Avatar name={child.fullName} />
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-medium">{child.fullName}</p>
          <p className="nums text-sm text-muted">
            {showDocument(child.documentType, child.documentNumber)} · {lastOf(child)}
          </p>
          {!child.isActive && <p className="text-sm text-muted">{t('inactive')}</p>}
        </div>
        <Button size="sm" onClick={form.release}>
          {t('change')}
        </Button>
      </div>
      <AlreadyEnrolled school={school} child={child} yearId={form.values.schoolYearId} years={years} />
    </>
  )
}
