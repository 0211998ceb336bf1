import { z } from 'zod'
import { idField, queryFlag } from '@/lib/shared/fields'

export const copyInput = z.strictObject({
  fromYearId: idField,
  /** A year in planning. */
  toYearId: idField,
  /** Also the courses of the groups. */
  courses: queryFlag,
  /** Also who teaches them: those who still work in the school, from the first day of the new year. */
  teachers: queryFlag,
})

export const copyCounts = z.object({
  plans: z.number(),
  /** Grades of plans, each with its hours and all its subjects. */
  grades: z.number(),
  items: z.number(),
  groups: z.number(),
  directors: z.number(),
  courses: z.number(),
  teachers: z.number(),
  /** Left out, by name: directors and teachers who no longer work in the school. */
  gone: z.array(z.string()),
})
export type CopyCounts = z.infer<typeof copyCounts>
