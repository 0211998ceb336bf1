'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { Network } from '@/lib/domain/account/rules'
import type { ActionResult } from '@/lib/platform/result'

export type ShownSession = {
  id: string
  browser: string | null
  system: string | null
  ip: string | null
  network: Network
  /** Two letters, when a proxy told. */
  country: string | null
  seen: string
  since: string
  current: boolean
}

type Ending = () => Promise<ActionResult<{ ended: number }>>
type Props = {
  sessions: readonly ShownSession[]
  end: (sessionId: string) => ReturnType<Ending>
  /** Ends several at once, with its button's words. */
  endMany?: { label: string; run: Ending }
}

/** Where a person is signed in: device, address, since when; each can be closed. */
export function SessionList({ sessions, end, endMany }: Props) {
  const t = useTranslations('account')
  const [busy, setBusy] = useState<string>()
  const close = async (id: string, work: Ending) => {
    setBusy(id)
    const answer = await work().catch(() => undefined)
    setBusy(undefined)
    if (answer?.ok) toast({ tone: 'ok', text: t('sessionEnded', { count: answer.data.ended }) })
    else toast({ tone: 'danger', text: answer?.error.message ?? t('offline') })
  }
  const name = ({ browser, system }: ShownSession) =>
    browser && system ? t('device', { browser, system }) : (browser ?? system ?? t('unknownDevice'))
  const countries = new Intl.DisplayNames(useLocale(), { type: 'region' })
  const place = ({ country, network, ip }: ShownSession) =>
    [country && countries.of(country), t(`place.${network}`), ip].filter(Boolean).join(' · ')
  return (
    <div className="grid gap-3">
      <ul className="card divide-y divide-border">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {name(session)}
                {session.current && <Badge tone="ok">{t('thisDevice')}</Badge>}
              </p>
              <p className="nums text-sm text-muted">
                {t('seen', { seen: session.seen, since: session.since })}
                {' · '}
                {place(session)}
              </p>
            </div>
            {!session.current && (
              <Button
                size="sm"
                loading={busy === session.id}
                aria-label={t('endSessionOf', { device: name(session), since: session.since })}
                onClick={() => close(session.id, () => end(session.id))}
              >
                {t('endSession')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {endMany && (
        <div>
          <Button loading={busy === 'many'} onClick={() => close('many', endMany.run)}>
            {endMany.label}
          </Button>
        </div>
      )}
    </div>
  )
}
