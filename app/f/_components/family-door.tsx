'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useEffect, useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Spinner } from '@/components/ui/spinner'

type Phase = 'start' | 'asking' | 'answered' | 'closed' | 'offline' | 'wait'

type FamilyDoorProps = {
  /** Whether the cookie of an opened link came along. */
  opened: boolean
  texts: { opening: string; offline: string; wait: string; retry: string }
  closed: ReactNode
  children: ReactNode
}

/** Takes the token out of the address at once, exchanges it for the cookie, and shows the page that the server then draws. */
export function FamilyDoor({ opened, texts, closed, children }: FamilyDoorProps) {
  const router = useRouter()
  const token = useRef('')
  const [phase, setPhase] = useState<Phase>('start')
  const [refreshing, refresh] = useTransition()

  const exchange = useCallback(async () => {
    setPhase('asking')
    const answer = await fetch('/api/family/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: token.current }),
    }).catch(() => null)
    if (!answer || answer.status >= 500) return setPhase('offline')
    if (!answer.ok) return setPhase(answer.status === 429 ? 'wait' : 'closed')
    refresh(() => {
      router.refresh()
      setPhase('answered')
    })
  }, [router])

  useEffect(() => {
    const look = () => {
      const found = window.location.hash.slice(1)
      if (!found) return
      // Gone from the address bar, the history and every screenshot before anything else happens.
      window.history.replaceState(null, '', window.location.pathname)
      token.current = found
      exchange()
    }
    look()
    if (!token.current) setPhase('answered')
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [exchange])

  if (phase === 'closed') return closed
  if (phase === 'offline' || phase === 'wait')
    return (
      <div role="alert" className="grid justify-items-center gap-4 pt-[24dvh] text-center">
        <p>{texts[phase]}</p>
        <Button variant="primary" size="lg" onClick={exchange}>
          {texts.retry}
        </Button>
      </div>
    )
  if (opened && phase !== 'asking' && !refreshing) return children
  if (phase === 'answered' && !refreshing) return closed
  return (
    <div role="status" className="flex items-center justify-center gap-3 pt-[28dvh] text-muted">
      <Spinner />
      {texts.opening}
    </div>
  )
}
