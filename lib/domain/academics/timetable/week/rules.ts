type Timed = { weekday: number; startsMinute: number; endsMinute: number }

export type WeekRow<L> = { startsMinute: number; endsMinute: number; days: Map<number, L[]> }

/** Monday to Friday, and the weekend's days that have lessons. */
export const daysIn = (lessons: readonly Timed[]): number[] =>
  [1, 2, 3, 4, 5, 6, 7].filter((day) => day <= 5 || lessons.some(({ weekday }) => weekday === day))

/** Lessons by the hour at which they begin and, inside, by weekday; the row ends with its longest lesson. */
export function weekRows<L extends Timed>(lessons: readonly L[]): WeekRow<L>[] {
  const starts = [...new Set(lessons.map(({ startsMinute }) => startsMinute))].sort((a, b) => a - b)
  return starts.map((startsMinute) => {
    const here = lessons.filter((lesson) => lesson.startsMinute === startsMinute)
    return {
      startsMinute,
      endsMinute: Math.max(...here.map(({ endsMinute }) => endsMinute)),
      days: Map.groupBy(here, ({ weekday }) => weekday),
    }
  })
}
