import { z } from 'zod'
import { idField } from '@/lib/shared/fields'

const count = z.number().int().nonnegative()

/** Marks of one period by national level. */
export const levelCounts = z.object({ superior: count, high: count, basic: count, low: count })
export type LevelCounts = z.infer<typeof levelCounts>

export const statusCounts = z.object({
  active: count,
  graduated: count,
  in_review: count,
  pending_documents: count,
  withdrawn: count,
})
export type StatusCounts = z.infer<typeof statusCounts>

/** `school_figures.figures`; months as `yyyy-mm`. */
export const figures = z.object({
  /** The year that the enrollments are of: the active one, else the next. */
  year: z.string().nullable().default(null),
  enrollment: z.array(statusCounts.extend({ gradeLevel: z.string() })).default([]),
  /** Enrollments that wait for papers, papers that are missing, papers that wait for a reviewer. */
  papers: z
    .object({ enrollments: count, missing: count, review: count })
    .default({ enrollments: 0, missing: 0, review: 0 }),
  attendance: z.array(z.object({ month: z.string(), present: count, total: count })).default([]),
  /** The newest period with results, and what they were. */
  period: z.string().nullable().default(null),
  levels: levelCounts.default({ superior: 0, high: 0, basic: 0, low: 0 }),
  /** Students on the roll at each month's end; the running month as of now. */
  growth: z.array(z.object({ month: z.string(), students: count })).default([]),
})
export type Figures = z.infer<typeof figures>

export const figuresInput = z.strictObject({ schoolId: idField.optional() })

export const schoolFigures = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  isActive: z.boolean(),
  /** Null until a job has counted. */
  computedAt: z.string().nullable(),
  students: z.number(),
  people: z.number(),
  storageBytes: z.number(),
  lastActivityAt: z.string().nullable(),
  figures,
})
export type SchoolFigures = z.infer<typeof schoolFigures>

export const figuresPage = z.object({
  /** Every school, for choosing one. */
  schools: z.array(z.object({ id: z.string(), name: z.string() })),
  items: z.array(schoolFigures),
  /** All items as one. */
  together: figures,
  /** The oldest of what is shown. */
  computedAt: z.string().nullable(),
  /** Some school has never been counted. */
  isMissing: z.boolean(),
})
export type FiguresPage = z.infer<typeof figuresPage>
