'use client'

import { useEffect, useState } from 'react'
import type { ComboboxOption } from './combobox'

type Search = {
  options?: readonly ComboboxOption[]
  search?: (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>
  /** null while the list is closed. */
  query: string | null
  minLength: number
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** At most fifty, of the given options or of the server's answer. */
export function useOptionSearch({ options, search, query, minLength }: Search) {
  const [answer, setAnswer] = useState<readonly ComboboxOption[]>([])
  const [pending, setPending] = useState(false)
  const text = query?.trim() ?? null

  // biome-ignore lint/correctness/useExhaustiveDependencies: `search` is often written in place and would be new each time
  useEffect(() => {
    if (!search || text === null || text.length < minLength) return setAnswer([])
    const stop = new AbortController()
    setPending(true)
    const timer = setTimeout(async () => {
      const found = await search(text, stop.signal).catch(() => [])
      if (stop.signal.aborted) return
      setAnswer(found.slice(0, 50))
      setPending(false)
    }, 150)
    return () => {
      clearTimeout(timer)
      stop.abort()
      setPending(false)
    }
  }, [text, minLength])

  if (!options) return { found: answer, pending }
  const words = plain(text ?? '')
    .split(/\s+/)
    .filter(Boolean)
  const fits = (option: ComboboxOption) => {
    const own = plain(`${option.label} ${option.detail ?? ''}`)
    return words.every((word) => own.includes(word))
  }
  return { found: options.filter(fits).slice(0, 50), pending: false }
}
