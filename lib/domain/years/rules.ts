import { addDays, daysBetween, type IsoDay, weekday } from '@/lib/shared/dates'
import { holidaysOf, isBusinessDay } from '@/lib/shared/holidays'
import type { PeriodStatus, YearStatus } from './schema'

export type Span = { startsOn: IsoDay; endsOn: IsoDay }

/** Refusals are keys in messages/<lang>/years.json. */
export type YearRefusal =
  | 'years.refusal.sameStatus'
  | 'years.refusal.notPossible'
  | 'years.refusal.reasonRequired'
  | 'years.refusal.yearNotActive'
  | 'years.refusal.periodsOpen'

export type Verdict = { ok: true } | { ok: false; reason: YearRefusal }

type Step<S> = { from: S; to: S; reason?: true }

const yearSteps: Step<YearStatus>[] = [
  { from: 'planning', to: 'active' },
  { from: 'planning', to: 'archived' },
  { from: 'active', to: 'closed' },
  { from: 'closed', to: 'archived' },
  { from: 'closed', to: 'active', reason: true },
  { from: 'archived', to: 'closed', reason: true },
]

/** Scores can be written only in an open period, so going back to it always needs a reason. */
const periodSteps: Step<PeriodStatus>[] = [
  { from: 'draft', to: 'open' },
  { from: 'open', to: 'closed' },
  { from: 'closed', to: 'published' },
  { from: 'closed', to: 'open', reason: true },
  { from: 'published', to: 'open', reason: true },
]

function judge<S>(steps: Step<S>[], from: S, to: S, reason: string | null | undefined): Verdict {
  if (from === to) return { ok: false, reason: 'years.refusal.sameStatus' }
  const step = steps.find((candidate) => candidate.from === from && candidate.to === to)
  if (!step) return { ok: false, reason: 'years.refusal.notPossible' }
  return step.reason && !reason?.trim() ? { ok: false, reason: 'years.refusal.reasonRequired' } : { ok: true }
}

/** Whether a year may change its state; closing it needs every period closed or published. */
export function changeYear(
  from: YearStatus,
  to: YearStatus,
  facts: { reason?: string | null; periods?: readonly PeriodStatus[] } = {},
): Verdict {
  const verdict = judge(yearSteps, from, to, facts.reason)
  if (!verdict.ok) return verdict
  const running = to === 'closed' && from === 'active' && facts.periods?.some((status) => status === 'open')
  return running ? { ok: false, reason: 'years.refusal.periodsOpen' } : verdict
}

/** Whether a period may change its state; periods move only in the active year. */
export function changePeriod(
  from: PeriodStatus,
  to: PeriodStatus,
  facts: { reason?: string | null; year: YearStatus },
): Verdict {
  const verdict = judge(periodSteps, from, to, facts.reason)
  return verdict.ok && facts.year !== 'active' ? { ok: false, reason: 'years.refusal.yearNotActive' } : verdict
}

/** Where a status may go, in the order of a menu. */
export const yearChoices = (from: YearStatus): { to: YearStatus; needsReason: boolean }[] =>
  yearSteps.filter((step) => step.from === from).map((step) => ({ to: step.to, needsReason: step.reason === true }))

export const periodChoices = (from: PeriodStatus): { to: PeriodStatus; needsReason: boolean }[] =>
  periodSteps.filter((step) => step.from === from).map((step) => ({ to: step.to, needsReason: step.reason === true }))

/** Children are enrolled for the running year and for the one being planned. */
export function acceptsEnrollments(status: YearStatus): boolean {
  return status === 'planning' || status === 'active'
}

/** `2026` for calendar A, `2025-2026` when the year spans two (calendar B). */
export function yearLabel({ startsOn, endsOn }: Span): string {
  const [from, to] = [startsOn.slice(0, 4), endsOn.slice(0, 4)]
  return from === to ? from : `${from}-${to}`
}

export type PeriodProblem = {
  index: number
  error:
    | 'validation.endBeforeStart'
    | 'validation.periodOutsideYear'
    | 'validation.periodOverlap'
    | 'validation.periodNumber'
}

/** What is wrong with the periods of a year, one problem per period: they are numbered 1, 2, 3…, inside the year, in order, apart. */
export function periodProblems(year: Span, periods: readonly (Span & { number: number })[]): PeriodProblem[] {
  const inOrder = periods.map((period, index) => ({ ...period, index })).sort((a, b) => a.number - b.number)
  return inOrder.flatMap((period, position): PeriodProblem[] => {
    const before = inOrder[position - 1]
    const { index } = period
    if (period.number !== position + 1) return [{ index, error: 'validation.periodNumber' }]
    if (period.endsOn <= period.startsOn) return [{ index, error: 'validation.endBeforeStart' }]
    if (period.startsOn < year.startsOn || period.endsOn > year.endsOn)
      return [{ index, error: 'validation.periodOutsideYear' }]
    if (before && period.startsOn <= before.endsOn) return [{ index, error: 'validation.periodOverlap' }]
    return []
  })
}

export type CalendarChange = { day: IsoDay; kind: string }

/** Days on which there are lessons: Monday to Friday and no public holiday, but for what the school's own calendar says. */
export function teachingDays({ startsOn, endsOn }: Span, changes: readonly CalendarChange[] = []): number {
  const own = new Map(changes.map(({ day, kind }) => [day, kind]))
  let count = 0
  for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) {
    const kind = own.get(day)
    if (kind === 'extra' || (isBusinessDay(day) && kind !== 'off' && kind !== 'recess')) count += 1
  }
  return count
}

/** Public holidays from Monday to Friday within a span, in order: those at weekends change nothing for a school. */
export function holidaysWithin({ startsOn, endsOn }: Span): IsoDay[] {
  const [first, last] = [Number(startsOn.slice(0, 4)), Number(endsOn.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, index) => [...holidaysOf(first + index)])
    .flat()
    .filter((day) => day >= startsOn && day <= endsOn && weekday(day) <= 5)
}

/** Stretches of a year that belong to no period, with the business days that lie in them: holidays of the school, or forgotten. */
export function yearGaps(year: Span, periods: readonly Span[]): (Span & { days: number })[] {
  const inOrder = [...periods].sort((a, b) => a.startsOn.localeCompare(b.startsOn))
  const edges = [
    ...inOrder.map(({ startsOn }, index) => ({
      startsOn: index === 0 ? year.startsOn : addDays(inOrder[index - 1]?.endsOn ?? startsOn, 1),
      endsOn: addDays(startsOn, -1),
    })),
    { startsOn: addDays(inOrder.at(-1)?.endsOn ?? addDays(year.startsOn, -1), 1), endsOn: year.endsOn },
  ]
  return edges
    .filter(({ startsOn, endsOn }) => startsOn <= endsOn)
    .map((span) => ({ ...span, days: teachingDays(span) }))
    .filter(({ days }) => days > 0)
}

/** Weeks of lessons with the students that a year has to have (Decreto 1850 de 2002, art. 14). */
export const LESSON_WEEKS = 40

/** Weeks that the periods have, whole ones: a week counts when a lesson falls in it. */
export function lessonWeeks(periods: readonly Span[], changes: readonly CalendarChange[] = []): number {
  const weeks = new Set<IsoDay>()
  for (const { startsOn, endsOn } of periods)
    for (let day = startsOn; day <= endsOn; day = addDays(day, 1))
      if (teachingDays({ startsOn: day, endsOn: day }, changes) > 0) weeks.add(addDays(day, 1 - weekday(day)))
  return weeks.size
}

/** Weeks without lessons after periods 1–3 as schools spread them: one at Easter, up to three at mid-year, one in October. */
const breakOrder = [1, 0, 2, 1, 1]

/**
 * A proposal: `count` periods of ten weeks (40 weeks of lessons, Decreto 1850 de 2002), Monday to Friday, with the
 * year's spare weeks as breaks. In a shorter year the weeks are shared out evenly. The rector moves the dates.
 */
export function proposePeriods(year: Span, count = 4): (Span & { number: number; name: string })[] {
  const monday = addDays(year.startsOn, (8 - weekday(year.startsOn)) % 7)
  const weeks = Math.max(count, Math.floor((daysBetween(monday, year.endsOn) + 3) / 7))
  const length = (index: number) =>
    weeks >= count * 10 ? 10 : Math.floor(((index + 1) * weeks) / count) - Math.floor((index * weeks) / count)
  const breaks = Array<number>(count).fill(0)
  const spare = Math.max(0, weeks - count * 10)
  for (const place of breakOrder.slice(0, spare)) if (place < count - 1) breaks[place] = (breaks[place] ?? 0) + 1
  let at = monday
  return Array.from({ length: count }, (_, index) => {
    const endsOn = addDays(at, length(index) * 7 - 3)
    const period = {
      number: index + 1,
      name: `Periodo ${index + 1}`,
      startsOn: at,
      endsOn,
    }
    at = addDays(at, (length(index) + (breaks[index] ?? 0)) * 7)
    return period
  })
}

/** Usual dates of a school year: A runs January to November, B August to June. `year` is the one it begins in. */
export function proposeYear(calendar: 'A' | 'B', year: number): Span & { name: string } {
  const span =
    calendar === 'A'
      ? { startsOn: `${year}-01-19`, endsOn: `${year}-11-27` }
      : { startsOn: `${year}-08-18`, endsOn: `${year + 1}-06-19` }
  return { ...span, name: yearLabel(span) }
}
