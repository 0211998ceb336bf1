import { z } from 'zod'
import { decimal } from '@/lib/shared/decimal'
import { requiredText } from '@/lib/shared/fields'

/** The four levels of the national scale (Decreto 1290 de 2009, art. 5), best first. */
export const nationalLevels = ['superior', 'high', 'basic', 'low'] as const
export type NationalLevel = (typeof nationalLevels)[number]

export const roundingModes = ['half_up', 'half_even', 'truncate', 'none'] as const

const number = (shape: RegExp, error: string) =>
  z
    .string({ error: 'validation.required' })
    .overwrite((text) => text.trim().replace(',', '.'))
    .regex(shape, { error, abort: true })

/** A mark as text with a point: '4.5'. At most 999.999, which is what the tables hold. */
export const markText = number(/^\d{1,3}(\.\d{1,3})?$/, 'validation.markText')
/** A share in percent: '0' to '100', two decimals. */
export const percentText = number(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/, 'validation.percentText')

const scale = z.strictObject({ min: markText, max: markText, decimals: z.number().int().min(0).max(3) })
const band = z.strictObject({ level: z.enum(nationalLevels), from: markText })
const bands = z.array(band).length(nationalLevels.length)

const recovery = z.strictObject({
  /** The most that a recovery can be worth; null: the scale's maximum. */
  ceiling: markText.nullable(),
  /** higher: the better of the two; replaces: the recovery's mark; average: half of each. */
  keeps: z.enum(['higher', 'replaces', 'average']),
})

/** Self-evaluation (art. 4 no. 5): the activities in the category of this name weigh `weight` percent of the period's mark. */
const selfEvaluation = z.strictObject({ weight: percentText, category: requiredText(100) })

const promotion = z.strictObject({
  count: z.enum(['areas', 'subjects']),
  /** Failed ones with which one is promoted all the same. */
  allowedFailed: z.number().int().min(0).max(20),
  /** Up to so many failed ones the decision waits for the recovery; from the next on it is «not promoted». */
  pendingUpTo: z.number().int().min(0).max(20),
  /** More absence than this is not promoted (the percentage is the school's, art. 6); null: absence does not count. */
  maxAbsencePercent: percentText.nullable(),
  absences: z.enum(['unjustified', 'all']),
})

/** What may differ from stage to stage. */
const numericRules = {
  scale,
  passMark: markText,
  bands,
  rounding: z.strictObject({
    mode: z.enum(roundingModes),
    decimals: z.number().int().min(0).max(3),
    /** Which results are rounded. Whatever is compared with the bands is rounded first, always. */
    course: z.boolean(),
    area: z.boolean(),
    year: z.boolean(),
  }),
  /** What an activity not handed in counts: the scale's minimum, or nothing. An excused one never counts. */
  missing: z.strictObject({ notSubmitted: z.enum(['min', 'ignore']) }),
  /** What happens to a mark handed in late: nothing, so many points less, or at most so much. */
  late: z.strictObject({ mode: z.enum(['none', 'deduct', 'ceiling']), value: markText }),
  activities: z.strictObject({
    by: z.enum(['weights', 'categories', 'equal']),
    /** The categories that every course starts from; empty: each teacher's own. */
    categories: z.array(z.strictObject({ name: requiredText(100), weight: percentText })).max(10),
  }),
  area: z.strictObject({ by: z.enum(['hours', 'weights', 'equal']) }),
  recovery,
  selfEvaluation: selfEvaluation.nullable(),
  promotion,
  /** Weight of each period in the year's mark; empty: all the same. */
  periods: z.array(z.strictObject({ number: z.number().int().min(1).max(10), weight: percentText })).max(10),
}

const assessment = z.enum(['numeric', 'descriptive'])
/** The rules that hold for one grade. */
export type StageRules = z.output<z.ZodObject<typeof numericRules>> & { assessment: z.output<typeof assessment> }

/** Stages that a school may treat differently. Preschool is in words by law (Decreto 2247 de 1997, art. 14). */
export const ruledStages = ['preescolar', 'primaria', 'secundaria', 'media', 'clei', 'other'] as const
export type RuledStage = (typeof ruledStages)[number]

const stageOverride = z.strictObject({
  assessment: assessment.optional(),
  scale: scale.optional(),
  passMark: markText.optional(),
  bands: bands.optional(),
  promotion: promotion.optional(),
})

const shape = z.strictObject({
  ...numericRules,
  stages: z.strictObject({
    preescolar: stageOverride.optional(),
    primaria: stageOverride.optional(),
    secundaria: stageOverride.optional(),
    media: stageOverride.optional(),
    clei: stageOverride.optional(),
    other: stageOverride.optional(),
  }),
  /** How families read a mark: the number, the level in words, or both. */
  display: z.enum(['number', 'level', 'both']),
})

type Scaled = Pick<z.output<typeof shape>, 'scale' | 'passMark' | 'bands'>
type Problem = { path: (string | number)[]; error: string }

const among = (mark: string, { min, max }: Scaled['scale']) =>
  decimal(mark).cmp(min) >= 0 && decimal(mark).cmp(max) <= 0

/** What does not fit together in a scale, its pass mark and its bands. */
function scaleProblems({ scale, passMark, bands }: Scaled, ceiling: string | null): Problem[] {
  if (decimal(scale.min).cmp(scale.max) >= 0) return [{ path: ['scale', 'max'], error: 'validation.scaleOrder' }]
  const problems: Problem[] = []
  if (!among(passMark, scale)) problems.push({ path: ['passMark'], error: 'validation.outsideScale' })
  if (ceiling !== null && !among(ceiling, scale))
    problems.push({ path: ['recovery', 'ceiling'], error: 'validation.outsideScale' })
  for (const [index, { level, from }] of bands.entries()) {
    const below = bands[index + 1]
    if (level !== nationalLevels[index]) problems.push({ path: ['bands', index], error: 'validation.bandOrder' })
    else if (!among(from, scale)) problems.push({ path: ['bands', index, 'from'], error: 'validation.outsideScale' })
    else if (below ? decimal(from).cmp(below.from) <= 0 : decimal(from).cmp(scale.min) !== 0)
      problems.push({ path: ['bands', index, 'from'], error: 'validation.bandOrder' })
  }
  return problems
}

const isWhole = (weights: readonly { weight: string }[]) =>
  weights.length === 0 || weights.reduce((sum, { weight }) => sum.plus(weight), decimal(0)).cmp(100) === 0

function problems(rules: z.output<typeof shape>): Problem[] {
  const own = Object.entries(rules.stages).flatMap(([stage, over]) =>
    over?.scale ? scaleProblems({ ...rules, ...over } as Scaled, null).map(at(['stages', stage])) : [],
  )
  const sums: [boolean, Problem][] = [
    [isWhole(rules.periods), { path: ['periods'], error: 'validation.percentSum' }],
    [isWhole(rules.activities.categories), { path: ['activities', 'categories'], error: 'validation.percentSum' }],
    [
      rules.promotion.pendingUpTo >= rules.promotion.allowedFailed,
      { path: ['promotion', 'pendingUpTo'], error: 'validation.pendingFailed' },
    ],
  ]
  return [
    ...scaleProblems(rules, rules.recovery.ceiling),
    ...own,
    ...sums.filter(([fits]) => !fits).map(([, problem]) => problem),
  ]
}

const at = (prefix: string[]) => (problem: Problem) => ({ ...problem, path: [...prefix, ...problem.path] })

/**
 * The school's evaluation system (SIEE, Decreto 1290 de 2009 art. 4) as `evaluation_rules.rules` holds it.
 * All marks and weights are decimal texts.
 */
export const evaluationRules = shape.superRefine((rules, refuse) => {
  for (const { path, error } of problems(rules)) refuse.addIssue({ code: 'custom', path, message: error })
})
export type EvaluationRules = z.output<typeof evaluationRules>
