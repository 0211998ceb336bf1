import { z } from 'zod'
import { enrollmentStatuses } from '@/lib/shared/enrollment-status'
import {
  choice,
  dayField,
  idField,
  optionalChoice,
  optionalReason,
  optionalText,
  pageFields,
  queryFlag,
  versionField,
} from '@/lib/shared/fields'
import { gradeLevels } from '@/lib/shared/grades'
import { todoKeys } from '../dashboard/schema'
import { linkFields, saveGuardianInput } from '../guardians/schema'
import { createStudentInput } from '../students/schema'
import { documentStatuses } from './documents/schema'
import { enrollmentKinds, type Shift, shifts } from './rules'

/** SIMAT's TIPO_JORNADA. */
export const simatShift: Record<Shift, string> = {
  full_day: '1',
  morning: '2',
  afternoon: '3',
  night: '4',
  weekend: '5',
  single: '6',
}

/** A signed promise to bring what is missing until a day. */
export const commitmentInput = z.strictObject({
  dueOn: dayField,
  guardianId: idField.optional(),
  note: optionalText(500),
})
export type Commitment = z.output<typeof commitmentInput>

/** `enrollments.status_history`, append-only. `reason` is a text, or one of `automaticReasons`, whose sentence is `enrollments.historyReason.<reason>`. */
export const statusHistoryEntry = z.object({
  status: z.enum(enrollmentStatuses),
  changed_at: z.iso.datetime(),
  changed_by: z.string().nullable(),
  /** As the person was called then: the sentence outlives the account. */
  changed_by_name: z.string().optional(),
  reason: z.string().nullable(),
  commitment_due_on: z.string().optional(),
})
export type StatusHistoryEntry = z.infer<typeof statusHistoryEntry>

export const automaticReasons = [
  'created',
  'documents_sent',
  'documents_validated',
  'document_rejected',
  'commitment',
  'rollover',
  'rollover_undone',
  'papers_carried',
] as const

const placement = {
  kind: choice(enrollmentKinds),
  gradeLevel: choice(gradeLevels),
  groupCode: optionalText(10),
  shift: optionalChoice(shifts),
  previousSchool: optionalText(255),
}

/** A guardian in the enrollment form: one whom the school knows, or data that are upserted by document. */
const guardianEntry = z
  .strictObject({ guardianId: idField.optional(), guardian: saveGuardianInput.optional(), ...linkFields })
  .refine((entry) => (entry.guardianId === undefined) !== (entry.guardian === undefined), {
    path: ['guardian'],
    error: 'validation.required',
  })

/**
 * The guided form, saved whole or not at all. The child is either known (`studentId`) or new (`student`); for a known
 * child the guardians given are added to or replace the flags of those there are, and may be none.
 */
export const enrollChildInput = z
  .strictObject({
    studentId: idField.optional(),
    student: createStudentInput.optional(),
    guardians: z.array(guardianEntry).max(6, { error: 'validation.tooBig' }),
    schoolYearId: idField,
    ...placement,
  })
  .refine((input) => (input.studentId === undefined) !== (input.student === undefined), {
    path: ['student'],
    error: 'validation.required',
  })
  .refine((input) => input.studentId !== undefined || input.guardians.length > 0, {
    path: ['guardians'],
    error: 'validation.tooSmall',
  })
  .refine((input) => input.guardians.filter((entry) => entry.isPrimary).length <= 1, {
    path: ['guardians'],
    error: 'validation.onePrimary',
  })
export type EnrollChildInput = z.input<typeof enrollChildInput>
export type EnrollChild = z.output<typeof enrollChildInput>

export const updateEnrollmentInput = z.strictObject({
  enrollmentId: idField,
  version: versionField,
  ...z.strictObject(placement).partial().shape,
})

/** By hand. `commitment` is asked for when papers are missing and the child becomes active. */
export const changeEnrollmentStatusInput = z.strictObject({
  enrollmentId: idField,
  version: versionField,
  status: choice(enrollmentStatuses),
  reason: optionalReason,
  commitment: commitmentInput.optional(),
})
export type ChangeEnrollmentStatusInput = z.input<typeof changeEnrollmentStatusInput>

/**
 * The list's filters as they stand in the address. Without `yearId` the open years (planning and active) count, with
 * `years: 'all'` every year. `missing`: has required documents that are not validated. `waiting`: a line of the home page.
 */
export const enrollmentFilter = {
  q: optionalText(200),
  yearId: idField.optional(),
  years: choice(['open', 'all']).default('open'),
  gradeLevel: choice(gradeLevels).optional(),
  groupCode: optionalText(10),
  shift: choice(shifts).optional(),
  kind: choice(enrollmentKinds).optional(),
  status: choice(enrollmentStatuses).optional(),
  missing: queryFlag,
  waiting: choice(todoKeys).optional(),
}
export type EnrollmentFilter = z.output<z.ZodObject<typeof enrollmentFilter>>

export const listEnrollmentsInput = z.strictObject({ ...enrollmentFilter, ...pageFields })

export const enrollmentRow = z.object({
  id: z.string(),
  studentId: z.string(),
  fullName: z.string(),
  documentType: z.string(),
  documentNumber: z.string(),
  yearName: z.string(),
  kind: z.enum(enrollmentKinds),
  gradeLevel: z.string(),
  groupCode: z.string().nullable(),
  shift: z.string().nullable(),
  status: z.enum(enrollmentStatuses),
  missingCount: z.number(),
  reviewCount: z.number(),
  commitmentDueOn: z.string().nullable(),
  createdAt: z.string(),
  version: z.number(),
})
export type EnrollmentRow = z.infer<typeof enrollmentRow>

export const enrollmentPage = z.object({
  items: z.array(enrollmentRow),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
  /** Position of the first row, from 1; 0 when there are none. */
  from: z.number(),
  total: z.number(),
  /** How many there are in the chosen years, whatever else is filtered. */
  whole: z.number(),
  /** How many the other filters leave in each state. */
  byStatus: z.record(z.enum(enrollmentStatuses), z.number()),
})

export const enrolled = z.object({
  id: z.string(),
  studentId: z.string(),
  status: z.enum(enrollmentStatuses),
  missingCount: z.number(),
  version: z.number(),
})

export const guardianOfChild = z.object({
  id: z.string(),
  fullName: z.string(),
  documentType: z.string(),
  documentNumber: z.string(),
  relationship: z.string(),
  isPrimary: z.boolean(),
  priority: z.number(),
  canPickup: z.boolean(),
  isEmergencyContact: z.boolean(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** The newest family link; null when none was ever made. */
  link: z
    .object({
      createdAt: z.string(),
      expiresAt: z.string(),
      revokedAt: z.string().nullable(),
      lastUsedAt: z.string().nullable(),
    })
    .nullable(),
})
export type GuardianOfChild = z.infer<typeof guardianOfChild>

export const enrollmentIdInput = z.strictObject({ enrollmentId: idField })

export const enrollmentDetail = enrollmentRow.omit({ fullName: true }).extend({
  previousSchool: z.string().nullable(),
  yearId: z.string(),
  yearStatus: z.string(),
  student: z.object({
    id: z.string(),
    fullName: z.string(),
    firstName: z.string(),
    birthDate: z.string().nullable(),
    isActive: z.boolean(),
  }),
  /** The newest first. `reason`: a text, or one of `automaticReasons`. */
  history: z.array(
    z.object({
      status: z.enum(enrollmentStatuses),
      at: z.string(),
      by: z.string().nullable(),
      reason: z.string().nullable(),
      commitmentDueOn: z.string().nullable(),
    }),
  ),
  documents: z.array(
    z.object({
      id: z.string(),
      documentType: z.string(),
      name: z.string(),
      kind: z.string(),
      required: z.boolean(),
      status: z.enum(documentStatuses),
      uploadedAt: z.string().nullable(),
      validatedAt: z.string().nullable(),
    }),
  ),
  guardians: z.array(guardianOfChild),
  /** Where a person with the right may take it now. */
  choices: z.array(
    z.object({ to: z.enum(enrollmentStatuses), needsReason: z.boolean(), needsCommitment: z.boolean() }),
  ),
})
export type EnrollmentDetail = z.infer<typeof enrollmentDetail>
