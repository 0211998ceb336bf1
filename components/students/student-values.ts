import type { StudentDetail } from '@/lib/domain/students/schema'
import { showDocumentNumber } from '@/lib/shared/documents-id'
import { showPhone } from '@/lib/shared/phone'

export const extraFields = [
  'address',
  'neighborhood',
  'phone',
  'residenceDepartment',
  'residenceMunicipality',
  'eps',
  'stratum',
  'sisben',
  'issueDepartment',
  'issueMunicipality',
  'birthDepartment',
  'birthMunicipality',
  'originCountry',
  'simatPersonId',
] as const
export const healthFields = ['bloodType', 'allergies'] as const
export type ExtraField = (typeof extraFields)[number] | (typeof healthFields)[number]

export type StudentValues = {
  documentType: string
  documentNumber: string
  firstSurname: string
  secondSurname: string
  firstName: string
  secondName: string
  birthDate: string
  gender: string
  extraData: Partial<Record<ExtraField, string>>
}

const blank: StudentValues = {
  documentType: 'TI',
  documentNumber: '',
  firstSurname: '',
  secondSurname: '',
  firstName: '',
  secondName: '',
  birthDate: '',
  gender: '',
  extraData: {},
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

/** A student as the form shows one: empty boxes for what is not known, the telephone as people write it. */
export function toValues(student: Partial<StudentDetail> | null, health: boolean): StudentValues {
  const { extraData = {}, ...known } = student ?? {}
  const fields: readonly ExtraField[] = health ? [...extraFields, ...healthFields] : extraFields
  const extra = Object.fromEntries(fields.map((field) => [field, text(extraData[field])]))
  const own = Object.keys(blank).filter((key) => key !== 'extraData') as Exclude<keyof StudentValues, 'extraData'>[]
  return {
    ...blank,
    ...Object.fromEntries(own.filter((key) => key in known).map((key) => [key, text(known[key])])),
    documentNumber: showDocumentNumber(text(known.documentNumber)),
    extraData: { ...extra, phone: showPhone(extra.phone ?? '') },
  }
}
