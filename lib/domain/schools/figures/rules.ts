import type { Figures, LevelCounts, StatusCounts } from './schema'

const noLevels: LevelCounts = { superior: 0, high: 0, basic: 0, low: 0 }
const noStates: StatusCounts = { active: 0, graduated: 0, in_review: 0, pending_documents: 0, withdrawn: 0 }

const isLevel = (level: string): level is keyof LevelCounts => Object.hasOwn(noLevels, level)
const isState = (state: string): state is keyof StatusCounts => Object.hasOwn(noStates, state)

export const levelsOf = (rows: readonly { level: string; n: number }[]): LevelCounts => {
  const counts = { ...noLevels }
  for (const { level, n } of rows) if (isLevel(level)) counts[level] += n
  return counts
}

type ByGrade = StatusCounts & { gradeLevel: string }

export function enrollmentOf(rows: readonly { gradeLevel: string; status: string; n: number }[]): ByGrade[] {
  const grades = new Map<string, ByGrade>()
  for (const { gradeLevel, status, n } of rows) {
    const grade = grades.get(gradeLevel) ?? { gradeLevel, ...noStates }
    if (isState(status)) grade[status] += n
    grades.set(gradeLevel, grade)
  }
  return [...grades.values()]
}

/** `2026-11` and `-1` → `2026-10`. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, one = 1] = month.split('-').map(Number)
  const at = year * 12 + one - 1 + months
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

export const monthsKept = 24

/**
 * Students on the roll by month. What an earlier count wrote down stays as it was; months before the first count are told from
 * when the records were made, so that a school that is counted for the first time has a history too.
 */
export function growthOf(
  earlier: Figures['growth'],
  made: readonly { month: string; students: number }[],
  now: { month: string; students: number },
): Figures['growth'] {
  const known = new Map(earlier.map(({ month, students }) => [month, students]))
  const first = [...known.keys(), ...made.map(({ month }) => month), now.month].sort()[0] ?? now.month
  const oldest = monthAfter(now.month, 1 - monthsKept)
  const months: Figures['growth'] = []
  for (let month = first > oldest ? first : oldest; month < now.month; month = monthAfter(month, 1)) {
    const until = made.reduce((sum, one) => (one.month <= month ? sum + one.students : sum), 0)
    months.push({ month, students: known.get(month) ?? until })
  }
  return [...months, now]
}

function byMonth<Row extends { month: string }>(
  lists: readonly (readonly Row[])[],
  add: (a: Row, b: Row) => Row,
): Row[] {
  const months = new Map<string, Row>()
  for (const row of lists.flat()) {
    const there = months.get(row.month)
    months.set(row.month, there ? add(there, row) : row)
  }
  return [...months.values()].sort((a, b) => a.month.localeCompare(b.month))
}

/** The figures of several schools as one; a month or a grade that only some have counts as far as it goes. */
export function together(all: readonly Figures[]): Figures {
  const levels = { ...noLevels }
  for (const one of all)
    for (const level of Object.keys(levels) as (keyof LevelCounts)[]) levels[level] += one.levels[level]
  const rows = all.flatMap(({ enrollment }) =>
    enrollment.flatMap(({ gradeLevel, ...states }) =>
      Object.entries(states).map(([status, n]) => ({ gradeLevel, status, n })),
    ),
  )
  const one = all.length === 1 ? all[0] : undefined
  return {
    year: one?.year ?? null,
    period: one?.period ?? null,
    enrollment: enrollmentOf(rows),
    papers: all.reduce(
      (sum, { papers }) => ({
        enrollments: sum.enrollments + papers.enrollments,
        missing: sum.missing + papers.missing,
        review: sum.review + papers.review,
      }),
      { enrollments: 0, missing: 0, review: 0 },
    ),
    attendance: byMonth(
      all.map(({ attendance }) => attendance),
      (a, b) => ({ month: a.month, present: a.present + b.present, total: a.total + b.total }),
    ),
    levels,
    growth: byMonth(
      all.map(({ growth }) => growth),
      (a, b) => ({ month: a.month, students: a.students + b.students }),
    ),
  }
}

type Named = { id: string; name: string; figures: Figures }

/** Where papers are missing: the school with most of them, when there is more than one. */
export function papersFinding(items: readonly Named[]) {
  const [most] = [...items].sort((a, b) => b.figures.papers.missing - a.figures.papers.missing)
  const count = most?.figures.papers.missing ?? 0
  if (items.length === 1 && most) return { kind: 'one' as const, name: most.name, count }
  return most && count > 0 ? { kind: 'most' as const, name: most.name, count } : { kind: 'none' as const }
}

const share = ({ present, total }: { present: number; total: number }) => (total === 0 ? 0 : present / total)

/** How attendance went from the month before the last to the last, as shares; half a point is no movement. */
export function attendanceFinding(months: Figures['attendance']) {
  const last = months.at(-1)
  if (!last) return { kind: 'none' as const }
  const before = months.at(-2)
  const [now, then] = [share(last), before ? share(before) : share(last)]
  const kind = Math.abs(now - then) < 0.005 ? ('same' as const) : now < then ? ('down' as const) : ('up' as const)
  return { kind, now, before: then }
}

const lowShare = ({ levels }: Figures): number => {
  const total = levels.superior + levels.high + levels.basic + levels.low
  return total === 0 ? 0 : levels.low / total
}

export const hasLevels = ({ levels }: Figures): boolean => Object.values(levels).some((n) => n > 0)

/** Which school has the largest part of low marks; of one school, its part. */
export function levelsFinding(items: readonly Named[]) {
  const marked = items.filter(({ figures }) => hasLevels(figures))
  const [worst] = [...marked].sort((a, b) => lowShare(b.figures) - lowShare(a.figures))
  if (!worst) return { kind: 'none' as const }
  const percent = lowShare(worst.figures)
  return marked.length === 1 ? { kind: 'all' as const, percent } : { kind: 'worst' as const, name: worst.name, percent }
}

/** How many students more or fewer than twelve months ago, or since the first month that is known. */
export function growthFinding(months: Figures['growth']) {
  const now = months.at(-1)
  const then = months.at(-13) ?? months[0]
  const count = (now?.students ?? 0) - (then?.students ?? 0)
  const span = Math.min(12, months.length - 1)
  if (!now || count === 0 || span < 1) return { kind: 'same' as const, count: now?.students ?? 0, months: span }
  return { kind: count > 0 ? ('up' as const) : ('down' as const), count: Math.abs(count), months: span }
}
