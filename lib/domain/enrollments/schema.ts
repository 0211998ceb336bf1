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
import { linkFields, saveGuardianInput } from '../guardians/schema'
import { createStudentInput } from '../students/schema'

export const enrollmentKinds = ['new', 'returning', 'transfer'] as const
export type EnrollmentKind = (typeof enrollmentKinds)[number]

export const shifts = ['full_day', 'morning', 'afternoon', 'night', 'weekend', 'single'] as const
export type Shift = (typeof shifts)[number]

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

/** `overdue`: active by a commitment whose day has passed. */
export const enrollmentFilter = {
  q: optionalText(200),
  yearId: idField.optional(),
  gradeLevel: choice(gradeLevels).optional(),
  groupCode: optionalText(10),
  shift: choice(shifts).optional(),
  kind: choice(enrollmentKinds).optional(),
  status: choice(enrollmentStatuses).optional(),
  missing: queryFlag,
  overdue: queryFlag,
}

export const listEnrollmentsInput = z.strictObject({ ...enrollmentFilter, ...pageFields })
