import type { KeyboardEvent } from 'react'

/**
 * Enter and ↓ go to the same column's next field, Shift+Enter and ↑ to the one before; from the last one Enter sends the
 * form, as everywhere. For inputs with `data-column` inside the element that gets the handler.
 */
export function useColumnKeys() {
  return (event: KeyboardEvent<HTMLElement>) => {
    const field = event.target
    if (!(field instanceof HTMLInputElement) || !field.dataset.column || event.nativeEvent.isComposing) return
    const back = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)
    if (!back && event.key !== 'ArrowDown' && event.key !== 'Enter') return
    const column = [
      ...event.currentTarget.querySelectorAll<HTMLInputElement>(`input[data-column="${field.dataset.column}"]`),
    ]
    const next = column[column.indexOf(field) + (back ? -1 : 1)]
    if (!next && event.key === 'Enter' && !back) return
    event.preventDefault()
    next?.focus()
  }
}
