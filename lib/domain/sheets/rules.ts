import { decimal } from '@/lib/shared/decimal'
import type { Mark } from '../evaluation/marks/rules'
import type { StudentYear } from '../evaluation/results/year/rules'
import { type NationalLevel, nationalLevels } from '../evaluation/schema'
import type { SheetMark } from './schema'

/** Mean of decimal texts with two decimals, halves up; null of nothing. */
export function meanOf(values: readonly string[]): string | null {
  if (values.length === 0) return null
  return values
    .reduce((sum, value) => sum.plus(value), decimal(0))
    .div(values.length)
    .round(2, 1)
    .toFixed(2)
}

/**
 * Places by mean, the best first; equal means share a place and the next one is left out: 1, 2, 2, 4.
 * Whoever has no mean has no place.
 */
export function placesOf(means: readonly (string | null)[]): (number | null)[] {
  return means.map((mean) =>
    mean === null ? null : 1 + means.filter((other) => other !== null && decimal(other).cmp(mean) > 0).length,
  )
}

export const sheetMarkOf = ({ value, level, passes }: Mark): SheetMark =>
  value === null || level === null ? null : { value, level, passes: passes ?? false }

/** How many marks there are on each national level. */
export function levelCounts(marks: readonly SheetMark[]): Record<NationalLevel, number> {
  const counts = Object.fromEntries(nationalLevels.map((level) => [level, 0])) as Record<NationalLevel, number>
  for (const mark of marks) if (mark) counts[mark.level] += 1
  return counts
}

/** The mark of a subject or an area in a period, or of the year so far. */
export function markIn(of: { periods: readonly (Mark & { periodId: string })[]; year: Mark }, periodId: string | null) {
  const mark = periodId === null ? of.year : of.periods.find((period) => period.periodId === periodId)
  return mark ? sheetMarkOf(mark) : null
}

/** What is failed in a period or the year: the areas, or the subjects where the school's promotion counts those. */
export function failedIn({ areas, subjects, promotion }: StudentYear, periodId: string | null): number {
  const counted = promotion.count === 'areas' ? areas : subjects
  return counted.filter((one) => markIn(one, periodId)?.passes === false).length
}
