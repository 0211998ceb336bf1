import type { CellChange, SavedScores } from '@/lib/domain/gradebook/scores/schema'

export type ScoreBody = {
  courseId: string
  periodId: string
  source: 'grid' | 'paste' | 'undo'
  cells: CellChange[]
}

/** One queue for each column: its cells go in one call, one call at a time, so that no cell overtakes itself. */
export const columnKey = (at: { courseId: string; periodId: string }, activityId: string): string =>
  `scores:${at.courseId}:${at.periodId}:${activityId}`

export const keyPrefix = (at: { courseId: string; periodId: string }): string => `scores:${at.courseId}:${at.periodId}:`

export const cellKey = ({ activityId, enrollmentId }: { activityId: string; enrollmentId: string }): string =>
  `${activityId}:${enrollmentId}`

/**
 * A call that waited while an earlier one of its column was on its way builds on what that one saved: cells that were
 * written get their new version.
 */
export function rebaseScores(body: unknown, answer: unknown): unknown {
  const next = body as ScoreBody
  const results = new Map((answer as SavedScores).cells.map((cell) => [cellKey(cell), cell]))
  const cells = next.cells.map((cell) => {
    const result = results.get(cellKey(cell))
    return result?.outcome === 'saved' ? { ...cell, version: result.version } : cell
  })
  return { ...next, cells }
}
