'use client'

import { type RefObject, useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Focus } from './keyboard'

const first: Focus = { row: 0, column: 0, editing: null, leaving: false }

/** Below the frozen heading and right of the frozen names. */
function reveal(cell: HTMLElement): void {
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/**
 * Which cell has the focus. Moving draws at once, so that the next key already finds the new cell: who types fast types
 * faster than a frame.
 */
export function useGridFocus(table: RefObject<HTMLTableElement | null>) {
  const [focus, setFocus] = useState(first)
  const now = useRef(focus)
  const move = useCallback(
    (next: Focus, take = true) => {
      now.current = next
      flushSync(() => setFocus(next))
      const cell = table.current?.querySelector<HTMLElement>('td[data-active]')
      if (!cell || !take) return
      if (!next.editing) cell.focus({ preventScroll: true })
      reveal(cell)
    },
    [table],
  )
  return { focus, now, move }
}
