import { z } from 'zod'
import { idField } from '@/lib/shared/fields'
import { handingStatuses } from '../scores/schema'

export const listCoursesInput = z.strictObject({
  periodId: idField.optional(),
  classGroupId: idField.optional(),
  teacherId: idField.optional(),
  handing: z.enum(handingStatuses, { error: 'validation.choose' }).optional(),
})

const option = z.object({ id: z.string(), name: z.string() })

export const courseProgress = z.object({
  courseId: z.string(),
  subject: z.string(),
  descriptive: z.boolean(),
  gradeLevel: z.string(),
  groupCode: z.string(),
  teachers: z.string(),
  students: z.number().int(),
  activities: z.number().int(),
  /** Of the activities, in percent, as decimal text. */
  weights: z.string(),
  /** Cells written, of students × activities. */
  scores: z.number().int(),
  /** Students with words. */
  comments: z.number().int(),
  handing: z.enum(handingStatuses),
  note: z.string().nullable(),
})
export type CourseProgress = z.output<typeof courseProgress>

export const courseList = z.object({
  year: z.object({ id: z.string(), name: z.string() }).nullable(),
  period: z.object({ id: z.string(), number: z.number(), name: z.string(), status: z.string() }).nullable(),
  periods: z.array(z.object({ id: z.string(), number: z.number(), name: z.string(), status: z.string() })),
  items: z.array(courseProgress),
  /** What the list can be narrowed by; empty for a teacher. */
  groups: z.array(option),
  teachers: z.array(option),
  /** Groups that this person directs. */
  directed: z.array(option),
})
