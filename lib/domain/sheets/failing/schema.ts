import { z } from 'zod'
import { idField } from '@/lib/shared/fields'
import { gradeLevels } from '@/lib/shared/grades'

export const failingFields = {
  schoolYearId: idField.optional(),
  /** Without one: the year so far. */
  periodId: idField.nullish(),
  gradeLevel: z.enum(gradeLevels, { error: 'validation.choose' }).optional(),
  classGroupId: idField.optional(),
  count: z.enum(['areas', 'subjects'], { error: 'validation.choose' }).default('areas'),
  atLeast: z.coerce.number({ error: 'validation.invalid' }).int().min(1).max(20).default(1),
}
export const failingInput = z.strictObject(failingFields)
export type FailingInput = z.input<typeof failingInput>

/** `mark`: what every period still without a mark needs at least; null but for `reach`. */
const needed = z.object({ way: z.enum(['reach', 'recovery', 'passed']), mark: z.string().nullable() })
export type Needed = z.infer<typeof needed>

const failing = z.object({
  enrollmentId: z.uuid(),
  studentId: z.uuid(),
  name: z.string(),
  groupCode: z.string(),
  gradeLevel: z.string(),
  areas: z.array(z.object({ id: z.uuid(), name: z.string(), value: z.string() })),
  subjects: z.array(z.object({ id: z.uuid(), name: z.string(), area: z.string(), value: z.string(), needs: needed })),
  unjustified: z.number(),
})
export type FailingStudent = z.infer<typeof failing>

export const failingList = z.object({
  year: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  period: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** How many students were looked at, and how many of them have anything failed. */
  students: z.number(),
  withAny: z.number(),
  items: z.array(failing),
})
export type FailingList = z.infer<typeof failingList>
