import type { ImportKind, ImportStatus, Outcome, Verdict } from './schema'

/** Something about a row that has to be said, at the cell that it is about. */
export type Finding = {
  /** The field; the column follows from the mapping. */
  field: string
  value: string
  /** Whole key of the sentence: `validation.day`, `imports.problem.twice`. */
  reason: string
  data?: Record<string, string>
  /** Worth a look, keeps nothing out. */
  warning?: true
  /** Keeps the row out until somebody says that it is right. */
  acceptable?: true
  /** The record that it is about. */
  recordId?: string
}

/** What a row would do, and why it cannot. */
export type Judged<Plan = unknown> = {
  verdict: Verdict
  /** What tells two rows apart. */
  key: string | null
  label: string
  findings: Finding[]
  /** What is to be written; null when there is nothing. */
  plan: Plan | null
}

/** A row as it is judged: its cells by field, and what somebody has said about it. */
export type RowToJudge = {
  id: string | null
  row: number
  cells: string[]
  choice: 'accept' | 'skip' | null
}

/** Whether a finding keeps its row out. */
export const blocks = (finding: Finding, choice: RowToJudge['choice']): boolean =>
  !finding.warning && !(finding.acceptable && choice === 'accept')

/** What became of a row that was written. `ids`: the records with the versions that they were left at. */
export type Written = {
  outcome: Outcome
  recordId?: string | null
  label?: string
  ids?: unknown
  findings?: Finding[]
}

/** How long a batch can be taken back. */
export const undoDays = 30

/** When somebody may do something to a batch. */
export const canAdjust = (status: ImportStatus): boolean => status === 'checked' || status === 'refused'
export const canRun = (status: ImportStatus): boolean => status === 'checked'

/** Scores have an undo of their own in the grid, and an invitation that was mailed cannot be called back as a batch. */
export const canUndo = (kind: ImportKind): boolean => kind === 'students'

export function undoLimit(finishedAt: Date): Date {
  return new Date(finishedAt.getTime() + undoDays * 86_400_000)
}
