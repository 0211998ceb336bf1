import { showDay } from '@/lib/shared/dates'
import type { Cell, Column } from './table-row'

export function cellText(cell: Cell, kind: Column['kind']): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return cell.text
  return kind === 'date' && typeof cell === 'string' ? showDay(cell) : String(cell)
}

export function cellContent(cell: Cell, kind: Column['kind']) {
  const text = cellText(cell, kind)
  if (typeof cell !== 'object' || cell === null) return text
  if ('href' in cell) {
    return (
      <a href={cell.href} data-link="">
        {text}
      </a>
    )
  }
  // The same sign as in a StatusBadge, drawn by the style sheet: fifty rows of drawn icons cost more than the rows.
  return <span className={`badge badge-sign tone-${cell.tone}`}>{text}</span>
}
