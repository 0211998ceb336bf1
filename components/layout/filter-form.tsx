'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'

type FilterFormProps = { path: string; searchName?: string; children: ReactNode }

/** Sends the filters as they change, without the empty ones; typing waits a moment. */
export function FilterForm({ path, searchName, children }: FilterFormProps) {
  const router = useRouter()
  const params = useSearchParams()
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const send = () => {
    clearTimeout(timer.current)
    if (!form.current) return
    const filled = [...new FormData(form.current)].filter(([, value]) => typeof value === 'string' && value.trim())
    const query = new URLSearchParams(filled.map(([name, value]) => [name, String(value).trim()]))
    router.replace(query.size ? `${path}?${query}` : path, { scroll: false })
  }
  const onInput = (event: FormEvent) => {
    clearTimeout(timer.current)
    const typing = event.target instanceof HTMLInputElement && event.target.type !== 'date'
    timer.current = setTimeout(send, typing ? 300 : 0)
  }

  // A chip that was removed, or the back button, changes the address under a box that keeps its own text.
  useEffect(() => {
    const box = searchName ? form.current?.elements.namedItem(searchName) : null
    if (box instanceof HTMLInputElement && box !== document.activeElement)
      box.value = params.get(searchName ?? '') ?? ''
  }, [params, searchName])

  useEffect(() => {
    const close = (event: Event) => {
      const panel = form.current?.querySelector<HTMLDetailsElement>('details[open]')
      if (!panel) return
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return
        panel.querySelector('summary')?.focus()
      } else if (panel.contains(event.target as Node)) return
      panel.open = false
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('keydown', close)
      clearTimeout(timer.current)
    }
  }, [])

  return (
    <form
      ref={form}
      action={path}
      className="relative mb-3"
      onInput={onInput}
      onSubmit={(event) => {
        event.preventDefault()
        for (const panel of event.currentTarget.querySelectorAll('details')) panel.open = false
        send()
      }}
    >
      {children}
    </form>
  )
}
