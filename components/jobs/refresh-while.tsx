'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Draws the page again every two seconds while something on it is still moving. */
export function RefreshWhile({ running }: { running: boolean }) {
  const router = useRouter()
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), 2_000)
    return () => clearInterval(timer)
  }, [running, router])
  return null
}
