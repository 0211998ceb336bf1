import { z } from 'zod'
import { idField } from '@/lib/shared/fields'
import { statusField } from '../schema'

const month = z
  .string({ error: 'validation.required' })
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, { error: 'validation.invalid' })

export const monthInput = z.strictObject({ classGroupId: idField, month: month.optional() })

export const monthRow = z.object({
  enrollmentId: z.uuid(),
  name: z.string(),
  document: z.string(),
  /** By day of the month as text, `1` to `31`; a day without list is missing. */
  marks: z.record(z.string(), statusField),
  present: z.number(),
  absent: z.number(),
  late: z.number(),
  excused: z.number(),
})
export type MonthRow = z.infer<typeof monthRow>

export const monthSheet = z.object({
  group: z.string(),
  gradeLevel: z.string(),
  director: z.string().nullable(),
  month: z.string(),
  /** Days with a list, or on which school is held. */
  days: z.array(z.object({ day: z.iso.date(), taken: z.boolean() })),
  rows: z.array(monthRow),
})
export type MonthSheet = z.infer<typeof monthSheet>
