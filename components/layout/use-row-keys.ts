'use client'

import type { KeyboardEvent } from 'react'

/** ↑ ↓ (also k j) go from row to row, Home and End to the ends, x selects; Enter is the link's own. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>, toggle?: (id: string) => void): void {
  const target = event.target as HTMLElement
  const row = target.closest<HTMLTableRowElement>('tbody tr')
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return
  const rows = [...(row.parentElement?.children ?? [])]
  const at = rows.indexOf(row)
  const next = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (next !== undefined) {
    event.preventDefault()
    const goal = rows[next]
    const link = goal?.querySelector<HTMLElement>('th a') ?? goal?.querySelector<HTMLElement>('input, a')
    link?.focus()
  } else if (event.key === 'x' && toggle && row.dataset.id) {
    event.preventDefault()
    toggle(row.dataset.id)
  }
}
