import { z } from 'zod'
import { idField } from '@/lib/shared/fields'
import { promotionStatuses } from '../../promotion/schema'
import { nationalLevels } from '../../schema'

/** The year that is running, or the last one in which the student was enrolled, unless named. */
export const studentMarksInput = z.strictObject({ studentId: idField, schoolYearId: idField.optional() })

/** `value` is decimal text as computed, `shown` as it is read with a point; null without a mark. */
const mark = z.object({
  value: z.string().nullable(),
  shown: z.string().nullable(),
  level: z.enum(nationalLevels).nullable(),
  /** The mark before a recovery and what was scored in it, as they are read with a point. */
  recovery: z.object({ original: z.string().nullable(), score: z.string() }).nullable(),
})
const marks = { periods: z.array(mark.extend({ periodId: z.string() })), year: mark }

export const subjectMarks = z.object({
  courseOfferingId: z.string(),
  name: z.string(),
  /** Told in words: it has no marks. */
  inWords: z.boolean(),
  ...marks,
})
export type SubjectMarks = z.infer<typeof subjectMarks>

export const areaMarks = z.object({
  id: z.string(),
  name: z.string(),
  /** Null for a teacher, who sees the own subjects and not what they make of the area. */
  marks: z.object(marks).nullable(),
  subjects: z.array(subjectMarks),
})
export type AreaMarks = z.infer<typeof areaMarks>

export const studentMarks = z.object({
  enrollmentId: z.string().nullable(),
  year: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Without a published period a family sees none. */
  periods: z.array(z.object({ id: z.string(), number: z.number(), name: z.string(), status: z.string() })),
  areas: z.array(areaMarks),
  promotion: z.enum(promotionStatuses).nullable(),
  /** Every period is closed; before that `promotion` is what it would be if the year ended here. */
  complete: z.boolean(),
})
export type StudentMarks = z.infer<typeof studentMarks>
