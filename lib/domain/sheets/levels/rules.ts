/** A line of marks counted by level: how many are low, of how many. */
export type Counted = { name: string | null; low: number; total: number }

/** Whole percent, halves up; of nothing it is 0. */
export const lowPercent = ({ low, total }: Pick<Counted, 'low' | 'total'>): number =>
  total === 0 ? 0 : Math.round((low * 100) / total)

/** The line with the largest share of low marks; null where nothing is low. */
export function worstOf<T extends Counted>(lines: readonly T[]): T | null {
  const lows = lines.filter(({ low }) => low > 0)
  return lows.toSorted((a, b) => b.low * a.total - a.low * b.total)[0] ?? null
}

export type Trend =
  | { kind: 'one'; first: string; percent: number }
  | { kind: 'better' | 'worse' | 'same'; first: string; last: string; before: number; after: number }

/** What became of the share of low marks from the first of these periods to the last; null of none. */
export function trendOf(periods: readonly (Counted & { name: string })[]): Trend | null {
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last) return null
  if (first === last) return { kind: 'one', first: first.name, percent: lowPercent(first) }
  const [before, after] = [lowPercent(first), lowPercent(last)]
  const kind = after < before ? 'better' : after > before ? 'worse' : 'same'
  return { kind, first: first.name, last: last.name, before, after }
}
