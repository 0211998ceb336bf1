'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'

/**
 * Draws the page again every two seconds while something on it is still moving. One drawing at a time: on a slow machine a
 * new one would put an end to the one before, and none would ever be seen.
 */
export function RefreshWhile({ running }: { running: boolean }) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const drawing = useRef(pending)
  drawing.current = pending
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && !drawing.current) start(() => router.refresh())
    }, 2_000)
    return () => clearInterval(timer)
  }, [running, router])
  return null
}
