'use client'

import { useEffect, useRef } from 'react'

type DeskKeys = { accept: () => void; reject: () => void; step: (by: number) => void; paused: boolean }

/** A accepts, R rejects, J or ↓ next, K or ↑ previous; not while something is being typed or a dialog is open. */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { accept, reject, step, paused } = latest.current
      if (paused || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return
      const act = { a: accept, r: reject, j: () => step(1), k: () => step(-1) }[event.key.toLowerCase()]
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (!act && !move) return
      event.preventDefault()
      if (act) act()
      else step(move ?? 0)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null)
  )
}
