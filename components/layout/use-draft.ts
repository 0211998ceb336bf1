'use client'

import { useEffect, useRef, useState } from 'react'
import { clearDraft, draftKey, readDraft, writeDraft } from './draft-store'
import type { FormValues } from './form-path'
import { useWhereabouts } from './person-context'

type DraftOptions<V> = {
  /** Name of the form, with the record's id when it edits one: `student.new`, `student.<id>`. Without it, no draft. */
  form: string | undefined
  values: V
  /** As the form was opened: what somebody else changes meanwhile is told apart by it. */
  base: V
  /** Whether there is anything worth keeping. */
  dirty: boolean
  secret?: string[]
  onRestore: (values: Partial<V>, base: Partial<V>) => void
}

/** Keeps what is being typed on this device until it is saved. */
export function useDraft<V extends FormValues>({ form, values, base, dirty, secret, onRestore }: DraftOptions<V>) {
  const { person, school } = useWhereabouts()
  const key = form === undefined ? undefined : draftKey(school, person?.id, form)
  const [restored, setRestored] = useState(false)
  const latest = useRef({ values, base, secret, onRestore })
  latest.current = { values, base, secret, onRestore }

  useEffect(() => {
    const kept = key && readDraft(localStorage, key)
    if (!kept) return
    latest.current.onRestore(kept.values as Partial<V>, kept.base as Partial<V>)
    setRestored(true)
  }, [key])

  // biome-ignore lint/correctness/useExhaustiveDependencies: every keystroke starts the wait anew
  useEffect(() => {
    if (!key || !dirty) return
    const write = () => {
      const { secret: hidden = [], ...kept } = latest.current
      const paths = hidden.flatMap((path) => [`values.${path}`, `base.${path}`])
      writeDraft(localStorage, key, { values: kept.values, base: kept.base }, paths)
    }
    const timer = setTimeout(write, 400)
    // A phone may throw the page away without another word.
    window.addEventListener('pagehide', write)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', write)
    }
  }, [key, dirty, values])

  return {
    restored,
    clear: () => {
      setRestored(false)
      if (key) clearDraft(localStorage, key)
    },
  }
}
