import type { useTranslations } from 'next-intl'
import { isIsoDay, showDay } from '@/lib/shared/dates'
import { showDocumentNumber } from '@/lib/shared/documents-id'
import { showPhone } from '@/lib/shared/phone'
import { readRejection } from '../../../enrollments/documents/rules'

type Texts<N extends Parameters<typeof useTranslations>[0] & string> = ReturnType<typeof useTranslations<N>>

export type AuditWords = {
  t: Texts<'audit'>
  identity: Texts<'identity'>
  guardians: Texts<'guardians'>
  grades: Texts<'grades'>
  enrollments: Texts<'enrollments'>
  documents: Texts<'documents'>
  requirements: Texts<'requirements'>
  people: Texts<'people'>
}

type Lookup = { (key: never): string; has: (key: never) => boolean }

/** A code's label, or the code itself: the history outlives catalogues. */
const label = (texts: Lookup, key: string, code: string): string =>
  texts.has(key as never) ? texts(key as never) : code

/** The value of a field as a person reads it. */
export function fieldValue(field: string, value: unknown, words: AuditWords): string {
  const { t } = words
  if (value === null || value === undefined || value === '') return t('empty')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (field === 'roles' && Array.isArray(value))
    return value.map((role) => label(words.people, `role.${role}`, String(role))).join(', ')
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  switch (field) {
    case 'phone':
      return showPhone(text)
    case 'documentNumber':
      return showDocumentNumber(text)
    case 'weekday':
      return label(t, `weekday.${text}`, text)
    case 'gender':
      return label(words.identity, `gender.${text}`, text)
    case 'relationship':
      return label(words.guardians, `relationship.${text}`, text).toLowerCase()
    case 'gradeLevel':
      return label(words.grades, `label.${text}`, text)
    case 'shift':
    case 'kind':
      return label(words.enrollments, `${field}.${text}`, text)
    case 'status':
      return label(words.enrollments, `status.${text}`, label(words.documents, `status.${text}`, text))
    case 'paperKind':
      return label(t, `paperKind.${text}`, text)
    case 'attendance':
      return label(t, `attendance.${text}`, text)
    case 'assessment':
      return label(t, `assessment.${text}`, text)
    case 'documentType':
    case 'code':
      return label(words.requirements, `catalogue.${text}.name`, text)
    default:
      return isIsoDay(text) ? showDay(text) : text
  }
}

/** Why: the words of a canned reason, with what the person added, or the person's own words alone. */
export function reasonText(reason: string, words: AuditWords): string {
  const rejection = readRejection(reason)
  if (!rejection || rejection.code === 'other') return label(words.enrollments, `historyReason.${reason}`, reason)
  const canned = label(words.documents, `rejectionShort.${rejection.code}`, rejection.code)
  return rejection.note ? `${canned}: ${rejection.note}` : canned
}
