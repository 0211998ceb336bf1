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
  /** Has an enrollment in the year. */
  enrolled: queryFlag,
  active: queryFlag,
}
export type StudentFilter = z.output<z.ZodObject<typeof studentFilter>>

export const listStudentsInput = z.strictObject({ ...studentFilter, ...pageFields })
export type ListStudentsInput = z.input<typeof listStudentsInput>

export type StudentInput = z.output<typeof createStudentInput>

export const studentIdInput = z.strictObject({ studentId: idField })

const identityOutput = {
  id: z.string(),
  fullName: z.string(),
  documentType: z.string(),
  documentNumber: z.string(),
  isActive: z.boolean(),
}

export const savedStudent = z.object({ id: z.string(), version: z.number() })

export const studentRow = z.object({
  ...identityOutput,
  enrollmentId: z.string().nullable(),
  gradeLevel: z.string().nullable(),
  groupCode: z.string().nullable(),
  status: z.string().nullable(),
  missingCount: z.number().nullable(),
})
export type StudentRow = z.infer<typeof studentRow>

/** `total` follows the filter, `all` does not; `start` is the position of the first row, from 0; `year` the one whose enrollments are shown. */
export const studentPage = z.object({
  items: z.array(studentRow),
  total: z.number(),
  all: z.number(),
  start: z.number(),
  year: z.object({ id: z.string(), name: z.string(), status: z.string() }).nullable(),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
})

export const studentFacetsInput = z.strictObject({ yearId: idField.optional() })

export const studentFacets = z.object({
  years: z.array(z.object({ id: z.string(), name: z.string(), status: z.string() })),
  groups: z.array(z.object({ gradeLevel: z.string(), groupCode: z.string().nullable(), students: z.number() })),
})

/** `extraData` comes without health data for who has not `read:sensitive`. */
export const studentDetail = z.object({
  ...identityOutput,
  version: z.number(),
  firstSurname: z.string(),
  secondSurname: z.string().nullable(),
  firstName: z.string(),
  secondName: z.string().nullable(),
  birthDate: z.string().nullable(),
  gender: z.string().nullable(),
  extraData: z.record(z.string(), z.unknown()),
  enrollment: z
    .object({
      id: z.string(),
      yearName: z.string(),
      gradeLevel: z.string(),
      groupCode: z.string().nullable(),
      shift: z.string().nullable(),
      status: z.string(),
      missingCount: z.number(),
    })
    .nullable(),
})
export type StudentDetail = z.infer<typeof studentDetail>

export const duplicatesInput = z.strictObject({
  ...documentFields,
  ...nameFields,
  birthDate,
  exceptId: idField.optional(),
})

export const duplicateStudent = z.object({
  ...identityOutput,
  birthDate: z.string().nullable(),
  reason: z.enum(['sameNumber', 'sameNameAndBirth', 'similarNameAndBirth', 'sameName']),
})
export type DuplicateStudent = z.infer<typeof duplicateStudent>
export const duplicateStudents = z.object({ items: z.array(duplicateStudent) })

export const enrollmentsOfStudent = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      yearName: z.string(),
      yearStatus: z.string(),
      kind: z.string(),
      gradeLevel: z.string(),
      groupCode: z.string().nullable(),
      shift: z.string().nullable(),
      status: z.string(),
      missingCount: z.number(),
      commitmentDueOn: z.string().nullable(),
      createdAt: z.string(),
    }),
  ),
})

export const documentsOfStudent = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      enrollmentId: z.string(),
      yearName: z.string(),
      documentType: z.string(),
      name: z.string().nullable(),
      kind: z.string(),
      required: z.boolean(),
      status: z.string(),
      rejectionReason: z.string().nullable(),
      uploadedAt: z.string().nullable(),
      validatedAt: z.string().nullable(),
    }),
  ),
})
