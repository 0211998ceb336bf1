import { z } from 'zod'
import { idField } from '@/lib/shared/fields'
import { gradeLevels } from '@/lib/shared/grades'

export const levelGroupings = ['subject', 'group', 'teacher'] as const

/** Without a period: the last closed one. */
export const levelsInput = z.strictObject({
  schoolYearId: idField.optional(),
  periodId: idField.optional(),
  gradeLevel: z.enum(gradeLevels, { error: 'validation.choose' }).optional(),
  by: z.enum(levelGroupings, { error: 'validation.choose' }).default('subject'),
})
export type LevelsInput = z.input<typeof levelsInput>

const counts = { superior: z.number(), high: z.number(), basic: z.number(), low: z.number(), total: z.number() }
const period = z.object({ id: z.uuid(), number: z.number(), name: z.string() })

export const levelsOutput = z.object({
  year: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** Closed ones: their marks no longer change. */
  periods: z.array(period),
  period: period.nullable(),
  /** `name` null: courses that had no teacher. */
  items: z.array(z.object({ id: z.uuid().nullable(), name: z.string().nullable(), ...counts })),
  trend: z.array(period.extend(counts)),
})
export type LevelsOutput = z.infer<typeof levelsOutput>
export type LevelRow = LevelsOutput['items'][number]
