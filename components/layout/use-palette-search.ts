'use client'

import { useEffect, useState } from 'react'
import { apiHeaders } from './api-headers'
import type { PaletteItem } from './command-palette'
import { useWhereabouts } from './person-context'

type Answer = { items: readonly PaletteItem[]; pending: boolean; failed: boolean }

const nothing: Answer = { items: [], pending: false, failed: false }

/** Asks `url?q=` 120 ms after the last key, from two characters on; an answer overtaken by a newer question is dropped. */
export function usePaletteSearch(url: string, query: string): Answer {
  const { schoolId } = useWhereabouts()
  const [answer, setAnswer] = useState(nothing)
  const text = query.trim()
  useEffect(() => {
    if (text.length < 2) {
      setAnswer(nothing)
      return
    }
    const stop = new AbortController()
    setAnswer((before) => ({ ...before, pending: true }))
    const timer = setTimeout(async () => {
      try {
        const address = `${url}${url.includes('?') ? '&' : '?'}q=${encodeURIComponent(text)}`
        const response = await fetch(address, { signal: stop.signal, headers: apiHeaders(schoolId) })
        if (!response.ok) throw new Error(String(response.status))
        const body: { items: PaletteItem[] } = await response.json()
        setAnswer({ items: body.items, pending: false, failed: false })
      } catch {
        if (!stop.signal.aborted) setAnswer({ items: [], pending: false, failed: true })
      }
    }, 120)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [url, text, schoolId])
  return answer
}
