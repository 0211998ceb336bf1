'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { ReloginDialog } from '@/components/layout/relogin-dialog'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import type { Outbox, Snapshot } from './outbox'

/** "3 pendientes", "Guardado hace 3 s": what is on its way, for eyes and for screen readers. */
export function OutboxStatus({ outbox, state }: { outbox: Outbox; state: Snapshot }) {
  const t = useTranslations('ui.outbox')
  const [declined, setDeclined] = useState(false)
  const seconds = useSecondsSince(state.savedAt)
  const calm = !state.signedOut && !state.offline && state.refused === 0

  const said = [
    state.signedOut && t('signedOut'),
    state.waiting > 0 &&
      (state.offline ? t('offline', { count: state.waiting }) : t('waiting', { count: state.waiting })),
    state.refused > 0 && t('refused', { count: state.refused }),
    state.waiting > 0 && !state.durable && t('notKept'),
  ].filter((part) => part !== false)
  const rest = state.savedAt === null ? '' : t('saved')

  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
      <span role="status" className={cx(calm ? 'text-muted' : 'font-medium text-warning')}>
        {said.length > 0 ? said.join(' · ') : rest}
      </span>
      {said.length === 0 && seconds !== undefined && (
        // Only for the eyes: a clock that is read out every second helps nobody.
        <span aria-hidden="true" className="nums text-muted">
          {seconds < 60 ? t('secondsAgo', { seconds }) : t('minutesAgo', { minutes: Math.floor(seconds / 60) })}
        </span>
      )}
      {state.signedOut && declined && (
        <Button size="sm" onClick={() => setDeclined(false)}>
          {t('signIn')}
        </Button>
      )}
      {state.signedOut && !declined && (
        <ReloginDialog
          onDone={(signedIn) => {
            setDeclined(!signedIn)
            if (signedIn) void outbox.resume()
          }}
        />
      )}
    </span>
  )
}

function useSecondsSince(moment: number | null): number | undefined {
  const [now, setNow] = useState(moment ?? 0)
  useEffect(() => {
    if (moment === null) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [moment])
  return moment === null ? undefined : Math.max(0, Math.floor((now - moment) / 1000))
}
