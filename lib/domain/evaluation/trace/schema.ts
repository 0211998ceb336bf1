import { z } from 'zod'
import { nationalLevels, roundingModes } from '../schema'

/** Why a part counts otherwise than it was written, or not at all. */
export const partNotes = ['notSubmitted', 'excused', 'pending', 'late', 'converted', 'outside', 'weightless'] as const
export type PartNote = (typeof partNotes)[number]

const mark = z.string().nullable()

/** One thing in an average: what it counted (null: not at all), with how many percent, and what was written. */
export const tracePart = z.object({
  name: z.string(),
  value: mark,
  share: mark,
  note: z.enum(partNotes).optional(),
  written: z.string().optional(),
})
export type TracePart = z.infer<typeof tracePart>

const average = z.object({
  what: z.literal('average'),
  of: z.enum(['course', 'category', 'area', 'year']),
  by: z.enum(['weights', 'categories', 'equal', 'hours', 'selfEvaluation']),
  name: z.string().optional(),
  parts: z.array(tracePart),
  value: mark,
})

const recovery = z.object({
  what: z.literal('recovery'),
  keeps: z.enum(['higher', 'replaces', 'average']),
  original: mark,
  score: z.string(),
  ceiling: mark,
  value: z.string(),
})

const rounding = z.object({
  what: z.literal('rounding'),
  mode: z.enum(roundingModes),
  decimals: z.number(),
  before: z.string(),
  value: z.string(),
})

/** There is no number: the stage is told in words, or nothing that counts has been marked. */
const empty = z.object({ what: z.literal('empty'), reason: z.enum(['descriptive', 'nothingYet']), value: z.null() })

export const traceStep = z.discriminatedUnion('what', [average, recovery, rounding, empty])
export type TraceStep = z.infer<typeof traceStep>

/** How a mark came about, step by step; the last step's value is the mark. Kept in `course_results.trace`. */
export const trace = z.object({ steps: z.array(traceStep), level: z.enum(nationalLevels).nullable() })
export type Trace = z.infer<typeof trace>
