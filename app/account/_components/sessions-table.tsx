'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/platform/result'
import { endOtherSessionsAction, endOwnSessionAction } from '../actions'

type ShownSession = {
  id: string
  browser: string | null
  system: string | null
  ip: string | null
  seen: string
  since: string
  current: boolean
}

export function SessionsTable({ sessions }: { sessions: ShownSession[] }) {
  const t = useTranslations('account')
  const [busy, setBusy] = useState<string>()
  const end = async (id: string, work: () => Promise<ActionResult<{ ended: number }>>) => {
    setBusy(id)
    const answer = await work().catch(() => undefined)
    setBusy(undefined)
    if (answer?.ok) toast({ tone: 'ok', text: t('sessionEnded', { count: answer.data.ended }) })
    else toast({ tone: 'danger', text: answer?.error.message ?? t('offline') })
  }
  const name = ({ browser, system }: ShownSession) =>
    browser && system ? t('device', { browser, system }) : (browser ?? system ?? t('unknownDevice'))
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
                {session.ip && <> · {session.ip}</>}
              </p>
            </div>
            {!session.current && (
              <Button
                size="sm"
                loading={busy === session.id}
                onClick={() => end(session.id, () => endOwnSessionAction({ sessionId: session.id }))}
              >
                {t('endSession')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div>
          <Button loading={busy === 'others'} onClick={() => end('others', () => endOtherSessionsAction({}))}>
            {t('endOthers')}
          </Button>
        </div>
      )}
    </div>
  )
}
