'use client'

import { type KeyboardEvent, useRef, useState } from 'react'

/** One Tab stop for the whole list: arrows, Home and End move in it, 1 to 4 say how the student is and go to the next one. */
export function useRollKeys(count: number, onNumber: (index: number, key: number) => void) {
  const list = useRef<HTMLOListElement>(null)
  const [active, setActive] = useState(0)

  function go(index: number) {
    const next = Math.max(0, Math.min(count - 1, index))
    setActive(next)
    list.current?.querySelectorAll<HTMLButtonElement>('.roll-tap')[next]?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    const target = event.target as HTMLElement
    // In the field of the minutes a figure is a figure.
    if (event.altKey || event.ctrlKey || event.metaKey || !target.classList.contains('roll-tap')) return
    const steps: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: count - 1 }
    const to = steps[event.key]
    if (to !== undefined) go(to)
    else if (/^[1-4]$/.test(event.key)) {
      onNumber(active, Number(event.key))
      go(active + 1)
    } else return
    event.preventDefault()
  }

  return { list, active, setActive, onKeyDown }
}
