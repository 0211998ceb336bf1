import { z } from 'zod'
import { today } from '@/lib/shared/dates'
import { enrollmentStatuses } from '@/lib/shared/enrollment-status'
import {
  choice,
  documentFields,
  idField,
  nameFields,
  optionalChoice,
  optionalDay,
  optionalPhone,
  optionalText,
  pageFields,
  queryFlag,
  versionField,
} from '@/lib/shared/fields'
import { gradeLevels } from '@/lib/shared/grades'

/** SIMAT knows these two only. */
export const genders = ['F', 'M'] as const
export type Gender = (typeof genders)[number]

export const bloodTypes = ['O+', 'O-', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-'] as const

const code = (length: number, error: string) =>
  z
    .string({ error })
    .overwrite((text) => text.trim())
    .refine((text) => text === '' || (text.length === length && /^\d+$/.test(text)), { error })
    .transform((text) => text || null)
    .nullish()

const department = code(2, 'validation.departmentCode')
const municipality = code(3, 'validation.municipalityCode')

/**
 * `students.extra_data`: all optional. Places are DIVIPOLA codes as text (05 + 001 is Medellín) and keep their zeros.
 * stratum '0'–'6', '9' unknown; sisben e.g. 'A3' or 'NO APLICA'; originCountry ISO 3166 numeric ('862'); simatPersonId is SIMAT's PER_ID.
 */
export const studentExtraData = z.strictObject({
  address: optionalText(100),
  neighborhood: optionalText(100),
  phone: optionalPhone,
  eps: optionalText(100),
  bloodType: optionalChoice(bloodTypes),
  allergies: optionalText(500),
  issueDepartment: department,
  issueMunicipality: municipality,
  birthDepartment: department,
  birthMunicipality: municipality,
  residenceDepartment: department,
  residenceMunicipality: municipality,
  originCountry: code(3, 'validation.invalid'),
  stratum: optionalChoice(['0', '1', '2', '3', '4', '5', '6', '9']),
  sisben: optionalText(9),
  simatPersonId: optionalText(8),
})
export type StudentExtraData = z.output<typeof studentExtraData>

/** Health data (Ley 1581 de 2012, art. 5): shown only with `read:sensitive`, and never part of an export. */
export const sensitiveExtraData = ['bloodType', 'allergies'] as const satisfies readonly (keyof StudentExtraData)[]

const birthDate = optionalDay
  .refine((day) => !day || day <= today(), { error: 'validation.dayInFuture' })
  .refine((day) => !day || day >= '1920-01-01', { error: 'validation.dayTooOld' })

/** A person's data, without anything about a year. */
export const studentFields = {
  ...documentFields,
  ...nameFields,
  birthDate,
  gender: optionalChoice(genders),
  extraData: studentExtraData.optional(),
}

/**
 * `acceptDuplicate`: ids of the candidates that the person has seen in the warning (`duplicate` error, `data.candidates`)
 * and declared to be somebody else.
 */
export const createStudentInput = z.strictObject({
  ...studentFields,
  acceptDuplicate: z.array(idField).max(20).optional(),
})
export type CreateStudentInput = z.input<typeof createStudentInput>

/** Absent fields stay; inside `extraData` too. */
export const updateStudentInput = z.strictObject({
  studentId: idField,
  version: versionField,
  ...z.strictObject(studentFields).partial().shape,
})
export type UpdateStudentInput = z.input<typeof updateStudentInput>

export const setStudentActiveInput = z.strictObject({
  studentId: idField,
  version: versionField,
  isActive: z.boolean(),
  reason: optionalText(500),
})

/** The list's filters as they stand in the address. `missing`: has required documents that are not validated. */
export const studentFilter = {
  q: optionalText(200),
  yearId: idField.optional(),
  gradeLevel: choice(gradeLevels).optional(),
  groupCode: optionalText(10),
  status: choice(enrollmentStatuses).optional(),
  missing: queryFlag,
  active: queryFlag,
}

export const listStudentsInput = z.strictObject({ ...studentFilter, ...pageFields })
export type ListStudentsInput = z.input<typeof listStudentsInput>

export const exportStudentsInput = z.strictObject({ ...studentFilter, format: choice(['xlsx', 'csv']) })
