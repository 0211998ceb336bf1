import { z } from 'zod'
import { idField } from '@/lib/shared/fields'

export const generateCoursesInput = z.strictObject({
  schoolYearId: idField,
  /** Only these groups; without them, all active groups of the year. */
  classGroupIds: z.array(idField).max(200, { error: 'validation.tooBig' }).optional(),
})

const counts = { created: z.number(), updated: z.number(), kept: z.number(), extra: z.number(), same: z.number() }

export const generationGroup = z.object({
  classGroupId: z.string(),
  gradeLevel: z.string(),
  code: z.string(),
  ...counts,
  blocked: z.enum(['noPlan', 'noItems']).nullable(),
})
export type GenerationGroup = z.infer<typeof generationGroup>

export const generation = z.object({ groups: z.array(generationGroup), created: z.number(), updated: z.number() })
