import { type Decimal, decimal, greatest, least } from '@/lib/shared/decimal'
import { shown, type Weighed, weighedAverage } from '../average/rules'
import { levelOf, passes, round } from '../scale/rules'
import type { NationalLevel, StageRules } from '../schema'
import type { Trace, TraceStep } from '../trace/schema'
import { countedScores, type MarkedActivity, type Score } from './activities/rules'

/** A mark as decimal text with its national level and how it came about; null while nothing that counts is marked. */
export type Mark = { value: string | null; level: NationalLevel | null; passes: boolean | null; trace: Trace }

export type Recovered = {
  score: string /** That of the day it was recorded; absent: the rules'. */
  ceiling?: string | null
}

export type CourseInput = {
  activities: readonly MarkedActivity[]
  categories: readonly { id: string; name: string; weight: string }[]
  /** By the activity's id; no entry: not marked yet. */
  scores: Readonly<Record<string, Score | undefined>>
  recovery?: Recovered | null
}

const wordless = (reason: 'descriptive' | 'nothingYet'): Mark => ({
  value: null,
  level: null,
  passes: null,
  trace: { steps: [{ what: 'empty', reason, value: null }], level: null },
})

/** Rounds where the rules say so, and finds the level. */
function finish(rules: StageRules, value: Decimal | null, rounds: boolean, steps: TraceStep[]): Mark {
  if (value === null) return wordless('nothingYet')
  const rounding = rounds ? rules.rounding : { ...rules.rounding, mode: 'none' as const }
  const mark = round({ rounding }, value)
  const { mode, decimals } = rounding
  const level = levelOf(rules, mark)
  const last: TraceStep = { what: 'rounding', mode, decimals, before: shown(value), value: mark }
  return { value: mark, level, passes: passes(rules, mark), trace: { steps: [...steps, last], level } }
}

/** A recovery beside what it is to lift; it is recorded for failed marks only, but counts whatever becomes of them. */
function recover(rules: StageRules, original: Decimal | null, { score, ceiling }: Recovered): Decimal {
  const limit = decimal(
    ceiling === undefined ? (rules.recovery.ceiling ?? rules.scale.max) : (ceiling ?? rules.scale.max),
  )
  const capped = least(decimal(score), limit)
  if (original === null || rules.recovery.keeps === 'replaces') return capped
  if (rules.recovery.keeps === 'higher') return greatest(original, capped)
  return least(original.plus(score).div(2), limit)
}

function withRecovery(
  rules: StageRules,
  value: Decimal | null,
  recovery: Recovered | null | undefined,
): { value: Decimal | null; steps: TraceStep[] } {
  if (!recovery) return { value, steps: [] }
  const lifted = recover(rules, value, recovery)
  const ceiling = recovery.ceiling === undefined ? rules.recovery.ceiling : recovery.ceiling
  const original = value && shown(value)
  const { keeps } = rules.recovery
  return {
    value: lifted,
    steps: [{ what: 'recovery', keeps, original, score: recovery.score, ceiling, value: shown(lifted) }],
  }
}

/**
 * What a recovery makes of the mark of a course in a period or in the year, for whoever is about to record it.
 * @param before the mark without it, not rounded
 */
export function recoveredMark(
  rules: StageRules,
  before: string | null,
  recovery: Recovered,
  of: 'course' | 'year' = 'course',
): Mark {
  const { value, steps } = withRecovery(rules, before === null ? null : decimal(before), recovery)
  return finish(rules, value, rules.rounding[of], steps)
}

type Averaged = { value: Decimal | null; steps: TraceStep[] }

function averaged(
  of: 'course' | 'category' | 'area' | 'year',
  by: 'weights' | 'categories' | 'hours',
  parts: Weighed[],
  name?: string,
): Averaged {
  const { value, parts: traced, equal } = weighedAverage(parts)
  const step: TraceStep = {
    what: 'average',
    of,
    by: equal ? 'equal' : by,
    ...(name === undefined ? {} : { name }),
    parts: traced,
    value: value && shown(value),
  }
  return { value, steps: [step] }
}

const alike = (parts: Weighed[]) => parts.map((part) => ({ ...part, weight: '0' }))

function byCategories(
  parts: (Weighed & { categoryId: string | null })[],
  categories: CourseInput['categories'],
): Averaged {
  const each = categories.map(({ id, name, weight }) => {
    const own = parts.filter(({ categoryId }) => categoryId === id)
    const category = averaged('category', 'weights', own, name)
    return {
      category,
      part: { name, weight, value: category.value, ...(category.value ? {} : { note: 'pending' as const }) },
    }
  })
  const outside = parts
    .filter(({ categoryId }) => !categories.some(({ id }) => id === categoryId))
    .map((part) => ({ ...part, value: null, note: 'outside' as const }))
  const whole = averaged('course', 'categories', [...each.map(({ part }) => part), ...outside])
  const filled = each.filter(({ category }) => category.value !== null).flatMap(({ category }) => category.steps)
  return { value: whole.value, steps: [...filled, ...whole.steps] }
}

function ofActivities(rules: StageRules, input: CourseInput): Averaged {
  const parts = countedScores(rules, input.activities, input.scores)
  const own = input.categories.find(({ name }) => name === rules.selfEvaluation?.category)
  const rest = parts.filter(({ categoryId }) => !own || categoryId !== own.id)
  const categories = input.categories.filter(({ id }) => id !== own?.id)
  const { by } = rules.activities
  const work =
    by === 'categories' && categories.length > 0
      ? byCategories(rest, categories)
      : averaged('course', 'weights', by === 'equal' ? alike(rest) : rest)
  if (!rules.selfEvaluation || !own) return work
  return withSelfEvaluation(
    rules.selfEvaluation,
    work,
    averaged(
      'category',
      'weights',
      parts.filter(({ categoryId }) => categoryId === own.id),
      own.name,
    ),
  )
}

function withSelfEvaluation(
  { weight, category }: { weight: string; category: string },
  work: Averaged,
  self: Averaged,
): Averaged {
  if (self.value === null) return work
  const { value, parts } = weighedAverage([
    { name: '', value: work.value, weight: decimal(100).minus(weight).toFixed() },
    { name: category, value: self.value, weight },
  ])
  const last: TraceStep = { what: 'average', of: 'course', by: 'selfEvaluation', parts, value: value && shown(value) }
  return { value, steps: [...work.steps, ...self.steps, last] }
}

/**
 * A student's mark in a course and a period: the activities, self-evaluation, the recovery, then rounding.
 * Nothing marked yet → value null; a stage in words never has a value.
 */
export function courseMark(rules: StageRules, input: CourseInput): Mark {
  if (rules.assessment === 'descriptive') return wordless('descriptive')
  const work = ofActivities(rules, input)
  const recovered = withRecovery(rules, work.value, input.recovery)
  return finish(rules, recovered.value, rules.rounding.course, [...work.steps, ...recovered.steps])
}

export type AreaSubject = {
  name: string
  value: string | null /** Weekly hours. */
  hours: string /** Percent of the area. */
  weight: string | null
}

/** An area's mark from its subjects: by weekly hours, by their share (where every subject has one), or alike. */
export function areaMark(rules: StageRules, { subjects }: { subjects: readonly AreaSubject[] }): Mark {
  if (rules.assessment === 'descriptive') return wordless('descriptive')
  const weighed = rules.area.by === 'weights' && subjects.every(({ weight }) => weight !== null)
  const parts = subjects.map(({ name, value, hours, weight }) => ({
    name,
    value: value === null ? null : decimal(value),
    weight: rules.area.by === 'equal' ? '0' : weighed ? (weight ?? '0') : hours,
    ...(value === null ? { note: 'pending' as const } : {}),
  }))
  const area = averaged('area', weighed ? 'weights' : 'hours', parts)
  return finish(rules, area.value, rules.rounding.area, area.steps)
}

export type YearInput = {
  periods: readonly { number: number; name: string; value: string | null }[]
  recovery?: Recovered | null
}

/**
 * What a course has come to in the year: its periods by their weights, those without a mark left out, then the recovery
 * of the year. With all periods marked it is the final mark.
 */
export function yearMark(rules: StageRules, { periods, recovery }: YearInput): Mark {
  if (rules.assessment === 'descriptive') return wordless('descriptive')
  const weightOf = (number: number) => rules.periods.find((period) => period.number === number)?.weight ?? '0'
  const parts = periods.map(({ number, name, value }) => ({
    name,
    value: value === null ? null : decimal(value),
    weight: weightOf(number),
    ...(value === null ? { note: 'pending' as const } : {}),
  }))
  const year = averaged('year', 'weights', parts)
  const recovered = withRecovery(rules, year.value, recovery)
  return finish(rules, recovered.value, rules.rounding.year, [...year.steps, ...recovered.steps])
}
