'use client'

import { useEffect, useState } from 'react'
import type { ActionResult } from '@/lib/platform/result'

type Reading<T> = (input: unknown) => Promise<ActionResult<T>>

export type MailLinkState<T> =
  | { state: 'reading' }
  /** The address carries no secret. */
  | { state: 'none' }
  | { state: 'offline' }
  /** `accepted`: it was an invitation, and the account is there. */
  | { state: 'unavailable'; accepted: boolean }
  | { state: 'open'; token: string; about: T }

/** Reads the secret behind `#`, takes it out of the address and asks whom it belongs to. */
export function useMailLink<T>(read: Reading<T>, purpose: 'reset' | 'invitation'): MailLinkState<T> {
  const [link, setLink] = useState<MailLinkState<T>>({ state: 'reading' })
  useEffect(() => {
    let gone = false
    const open = async () => {
      const token = window.location.hash.slice(1)
      if (token === '') return setLink((before) => (before.state === 'reading' ? { state: 'none' } : before))
      setLink({ state: 'reading' })
      try {
        const answer = await read({ token, purpose })
        if (gone) return
        window.history.replaceState(window.history.state, '', window.location.pathname)
        setLink(
          answer.ok
            ? { state: 'open', token, about: answer.data }
            : { state: 'unavailable', accepted: answer.error.data?.accepted === true },
        )
      } catch {
        if (!gone) setLink({ state: 'offline' })
      }
    }
    void open()
    // A second mail opened in the same tab changes the address only behind `#`.
    window.addEventListener('hashchange', open)
    return () => {
      gone = true
      window.removeEventListener('hashchange', open)
    }
  }, [read, purpose])
  return link
}
