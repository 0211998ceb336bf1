import { z } from 'zod'
import { idField } from '@/lib/shared/fields'

export const scoreStatuses = ['scored', 'late', 'not_submitted', 'excused', 'cleared'] as const
export const scoreSources = ['grid', 'paste', 'undo', 'import', 'api'] as const

/** At most this many cells in one call: a column of a large group. */
export const MAX_CELLS = 120

const scoreText = z
  .string({ error: 'validation.invalid' })
  .regex(/^\d{1,3}(\.\d{1,3})?$/, { error: 'validation.invalid' })
  .nullable()

export const cellValue = z.strictObject({
  status: z.enum(scoreStatuses, { error: 'validation.choose' }),
  score: scoreText.meta({ description: 'Decimal text with a point; null unless `scored` or `late`.' }),
})

const versionSeen = z
  .number({ error: 'validation.invalid' })
  .int({ error: 'validation.invalid' })
  .min(0, { error: 'validation.invalid' })

export const cellChange = cellValue.extend({
  activityId: idField,
  enrollmentId: idField,
  version: versionSeen.meta({ description: 'The version that was seen; 0 for an empty cell.' }),
})

export const courseAndPeriod = { courseId: idField, periodId: idField }

export const saveScoresInput = z.strictObject({
  ...courseAndPeriod,
  source: z.enum(scoreSources, { error: 'validation.choose' }).default('api'),
  cells: z
    .array(cellChange, { error: 'validation.required' })
    .min(1, { error: 'validation.required' })
    .max(MAX_CELLS, { error: 'validation.tooMany' }),
})

export type SaveScores = z.output<typeof saveScoresInput>

export const cellOutcomes = ['saved', 'conflict', 'out_of_scale', 'withdrawn', 'not_found'] as const

const cellNow = z.object({
  status: z.enum(scoreStatuses),
  score: z.string().nullable(),
  version: z.number().int(),
  by: z.string().nullable(),
})

/** One result for each cell, in the order of the call: one cell's refusal keeps none of the others out. */
export const savedScores = z.object({
  cells: z.array(
    z.object({
      activityId: z.string(),
      enrollmentId: z.string(),
      outcome: z.enum(cellOutcomes),
      version: z.number().int(),
      current: cellNow.optional(),
    }),
  ),
})

export const gridInput = z.strictObject({ courseId: idField, periodId: idField.optional() })

const score = z.object({ status: z.enum(scoreStatuses), score: z.string().nullable(), version: z.number().int() })

export const handingStatuses = ['open', 'submitted', 'returned'] as const

export const courseHeading = z.object({
  courseId: z.string(),
  subjectId: z.string(),
  subject: z.string(),
  assessment: z.enum(['numeric', 'descriptive']),
  gradeLevel: z.string(),
  groupCode: z.string(),
  teachers: z.string(),
  yearId: z.string(),
  year: z.string(),
  periods: z.array(z.object({ id: z.string(), number: z.number(), name: z.string(), status: z.string() })),
  period: z
    .object({ id: z.string(), number: z.number(), name: z.string(), status: z.string(), endsOn: z.string() })
    .nullable(),
  handing: z.object({
    status: z.enum(handingStatuses),
    note: z.string().nullable(),
    version: z.number().int(),
    at: z.string().nullable(),
    by: z.string().nullable(),
  }),
  /** Whether this person may write in this course and period now. */
  writes: z.boolean(),
})

export type CourseHeading = z.output<typeof courseHeading>

export const gridActivity = z.object({
  id: z.string(),
  title: z.string(),
  type: z.string(),
  weight: z.string(),
  categoryId: z.string().nullable(),
  dueOn: z.string().nullable(),
  version: z.number().int(),
})

export const gridCategory = z.object({ id: z.string(), name: z.string(), weight: z.string() })

export const gridStudent = z.object({
  enrollmentId: z.string(),
  studentId: z.string(),
  name: z.string(),
  /** Last day in the course, for somebody who left. */
  until: z.string().nullable(),
  /** `scores[i]` belongs to `activities[i]`; null for a cell that was never written. */
  scores: z.array(score.nullable()),
  /** The recovery of the period that was held. */
  recovery: z.object({ score: z.string(), ceiling: z.string().nullable() }).nullable(),
  /** What was marked in another group of the subject, before a move in this period: it counts here. */
  brought: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      weight: z.string(),
      category: z.string().nullable(),
      status: z.enum(scoreStatuses),
      score: z.string().nullable(),
    }),
  ),
})

export const scoreGrid = z.object({
  course: courseHeading,
  /** The school's rules for this grade and period, as the engine takes them. */
  rules: z.record(z.string(), z.unknown()),
  activities: z.array(gridActivity),
  categories: z.array(gridCategory),
  students: z.array(gridStudent),
})

export type ScoreGrid = z.output<typeof scoreGrid>
export type GridStudent = z.output<typeof gridStudent>
export type GridActivity = z.output<typeof gridActivity>
export type SavedScores = z.output<typeof savedScores>
export type SavedCell = SavedScores['cells'][number]
export type CellChange = z.output<typeof cellChange>

export const scoreHistoryInput = z.strictObject({ activityId: idField, enrollmentId: idField })

export const scoreHistory = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      by: z.string().nullable(),
      before: z.object({ status: z.enum(scoreStatuses), score: z.string().nullable() }).nullable(),
      after: z.object({ status: z.enum(scoreStatuses), score: z.string().nullable() }),
      source: z.enum(scoreSources),
    }),
  ),
})
