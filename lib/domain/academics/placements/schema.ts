import { z } from 'zod'
import { dayField, idField, optionalDay, optionalReason, requiredText } from '@/lib/shared/fields'

export const placeStudentsInput = z.strictObject({
  classGroupId: idField,
  enrollmentIds: z
    .array(idField, { error: 'validation.required' })
    .min(1, { error: 'placements.refusal.nobody' })
    .max(100, { error: 'validation.tooBig' }),
  /** First day in the group; today, and in a year to come its first day, unless said. */
  validFrom: optionalDay,
  reason: optionalReason,
})

export const movePlacementInput = z.strictObject({
  enrollmentId: idField,
  /** Where to. */
  classGroupId: idField,
  /** First day in the new group; the day before is the last in the old one. */
  validFrom: dayField,
  reason: requiredText(500),
})

export const endPlacementInput = z.strictObject({
  enrollmentId: idField,
  /** Last day in the group. */
  validTo: dayField,
  reason: requiredText(500),
})

export const oneGroupInput = z.strictObject({ classGroupId: idField })
export const oneStudentInput = z.strictObject({ studentId: idField })

export const placedStudents = z.object({
  classGroupId: z.string(),
  placed: z.number(),
  /** In the group after that, and how many it has places for. */
  students: z.number(),
  capacity: z.number().nullable(),
})

export const savedPlacement = z.object({
  enrollmentId: z.string(),
  classGroupId: z.string().nullable(),
  groupCode: z.string().nullable(),
  validFrom: z.string().nullable(),
})

export const groupStudent = z.object({
  studentId: z.string(),
  enrollmentId: z.string(),
  fullName: z.string(),
  documentType: z.string(),
  documentNumber: z.string(),
  status: z.string(),
  validFrom: z.string(),
  /** Last day; null while the student is there. */
  validTo: z.string().nullable(),
  reason: z.string().nullable(),
})
export type GroupStudent = z.infer<typeof groupStudent>

export const groupStudents = z.object({
  group: z.object({
    id: z.string(),
    code: z.string(),
    gradeLevel: z.string(),
    shift: z.string().nullable(),
    room: z.string().nullable(),
    capacity: z.number().nullable(),
    director: z.string().nullable(),
    isActive: z.boolean(),
    yearId: z.string(),
    yearName: z.string(),
    yearStatus: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
  }),
  /** In the group today or from a day to come. */
  items: z.array(groupStudent),
  /** Who sat in it earlier in the year. */
  former: z.array(groupStudent),
})
export type GroupStudents = z.infer<typeof groupStudents>

export const unplacedStudents = z.object({
  items: z.array(
    z.object({
      enrollmentId: z.string(),
      fullName: z.string(),
      status: z.string(),
      /** The group that the enrollment names. */
      groupCode: z.string().nullable(),
    }),
  ),
})
export type UnplacedStudent = z.infer<typeof unplacedStudents>['items'][number]

export const studentAcademics = z.object({
  /** Groups of all years, the newest first. */
  placements: z.array(
    z.object({
      id: z.string(),
      enrollmentId: z.string(),
      classGroupId: z.string(),
      groupCode: z.string(),
      gradeLevel: z.string(),
      yearName: z.string(),
      validFrom: z.string(),
      validTo: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  /** The courses of today. */
  courses: z.array(
    z.object({
      id: z.string(),
      subject: z.string(),
      area: z.string(),
      groupCode: z.string(),
      weeklyHours: z.string(),
      validFrom: z.string(),
      teachers: z.string().nullable(),
    }),
  ),
})
