import type { CellValue, Problem, Scale } from '@/lib/domain/gradebook/scores/rules'
import { empty, parseCell, sameValue } from '@/lib/domain/gradebook/scores/rules'

/** What somebody else wrote while this was typed. */
export type Theirs = CellValue & { version: number; by: string | null }

export type CellState =
  | { is: 'pending' }
  | { is: 'saved' }
  /** Typed and not on the scale: stays as it was typed, and is not sent. */
  | { is: 'invalid'; text: string; problem: Problem }
  | { is: 'conflict'; theirs: Theirs }
  | { is: 'error'; reason: string }

export type Cell = { value: CellValue; version: number; state?: CellState }

export const blankCell: Cell = { value: empty, version: 0 }

/**
 * What a cell becomes when `text` is written into it; the same cell when that changes nothing. `t` alone marks the score
 * that is there as late, or takes that back.
 */
export function written(cell: Cell, text: string, scale: Scale): Cell {
  const { value } = cell
  const alone = /^\s*t(arde)?\s*$/i.test(text)
  if (alone && value.score !== null)
    return withValue(cell, { status: value.status === 'late' ? 'scored' : 'late', score: value.score })
  const parsed = parseCell(text, scale)
  if (parsed.ok) return withValue(cell, parsed.value)
  return { ...cell, state: { is: 'invalid', text: text.trim(), problem: parsed.problem } }
}

export function withValue(cell: Cell, value: CellValue): Cell {
  if (sameValue(cell.value, value)) {
    if (cell.state?.is !== 'invalid') return cell
    const { state: _, ...rest } = cell
    return rest
  }
  return { ...cell, value, state: { is: 'pending' } }
}
