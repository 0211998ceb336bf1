import { gradeOrder } from '@/lib/shared/grades'
import type { FunnelRow } from './schema'

/**
 * Days ahead in which a commitment counts as due soon, after which an enrollment without its papers has stalled, and
 * before the end of a period from which a course waits to be handed in.
 */
export const todoWindow = { dueDays: 7, stalledDays: 7, handInDays: 7 } as const

const incomplete = (row: FunnelRow) => row.pending_documents + row.in_review
const lively = (row: FunnelRow) => incomplete(row) + row.active + row.graduated

const sum = (rows: readonly FunnelRow[], of: (row: FunnelRow) => number) =>
  rows.reduce((total, row) => total + of(row), 0)

/** In school order: prejardín first, undécimo before the cycles of adults. */
export function inSchoolOrder<Row extends { gradeLevel: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => gradeOrder(a.gradeLevel) - gradeOrder(b.gradeLevel))
}

export type Finding =
  | { kind: 'none' }
  | { kind: 'complete'; total: number }
  /** One grade stands out: at least a fifth more open enrollments than its share. */
  | { kind: 'grade'; gradeLevel: string; count: number; total: number }
  | { kind: 'spread'; count: number; total: number }

/** The sentence above the chart: where enrollments are not finished. Withdrawn ones do not count. */
export function findingOf(rows: readonly FunnelRow[]): Finding {
  const total = sum(rows, lively)
  const open = sum(rows, incomplete)
  if (total === 0) return { kind: 'none' }
  if (open === 0) return { kind: 'complete', total }
  const [first, second] = [...rows].sort((a, b) => incomplete(b) - incomplete(a))
  const most = first ? incomplete(first) : 0
  const ahead = second ? most >= incomplete(second) * 1.2 && most > incomplete(second) + 1 : true
  return first && ahead
    ? { kind: 'grade', gradeLevel: first.gradeLevel, count: most, total: lively(first) }
    : { kind: 'spread', count: open, total }
}

/** What changed against the week before; the last value is the running week. */
export function weekChange(weeks: readonly number[]): { now: number; before: number; difference: number } {
  const now = weeks.at(-1) ?? 0
  const before = weeks.at(-2) ?? 0
  return { now, before, difference: now - before }
}

export const emptyRow = (gradeLevel: string): FunnelRow => ({
  gradeLevel,
  pending_documents: 0,
  in_review: 0,
  active: 0,
  graduated: 0,
  withdrawn: 0,
})

type YearCount = { yearId: string; yearName: string; yearStatus: string; count: number }

/** The asked year; without one (or with one that is not there) the first open year with enrollments, else the first year. */
export function yearOfFunnel(counts: readonly YearCount[], asked?: string): { id: string; name: string } | null {
  const open = counts.find((row) => (row.yearStatus === 'planning' || row.yearStatus === 'active') && row.count > 0)
  const found = counts.find((row) => row.yearId === asked) ?? open ?? counts[0]
  return found ? { id: found.yearId, name: found.yearName } : null
}
