'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { StatusBadge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import type { Tone } from '@/components/ui/tone'
import type { TokenRow } from '@/lib/domain/tokens/schema'
import { revokeTokenAction } from '../actions'

export type ShownToken = {
  id: string
  name: string
  state: TokenRow['state']
  hint: string
  owner: string
  scopes: string
  until: string
  used: string
}

const tones: Record<TokenRow['state'], Tone> = { valid: 'ok', expired: 'neutral', revoked: 'neutral' }

export function TokenList({ slug, tokens }: { slug: string; tokens: ShownToken[] }) {
  const t = useTranslations('tokens')
  const [asking, setAsking] = useState<ShownToken>()
  const [busy, setBusy] = useState(false)
  const revoke = async (token: ShownToken) => {
    setBusy(true)
    const answer = await revokeTokenAction(slug, { tokenId: token.id }).catch(() => undefined)
    setBusy(false)
    setAsking(undefined)
    if (answer?.ok) toast({ tone: 'ok', text: t('revoked', { name: token.name }) })
    else toast({ tone: 'danger', text: answer?.error.message ?? t('offline') })
  }
  return (
    <>
      <ul className="card max-w-4xl divide-y divide-border">
        {tokens.map((token) => (
          <li key={token.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {token.name}
                <StatusBadge tone={tones[token.state]}>{t(`state.${token.state}`)}</StatusBadge>
              </p>
              <p className="text-sm text-muted">{token.scopes}</p>
              <p className="nums text-sm text-muted">
                {t('line', { owner: token.owner, hint: token.hint, until: token.until, used: token.used })}
              </p>
            </div>
            {token.state === 'valid' && (
              <Button size="sm" aria-label={t('revokeName', { name: token.name })} onClick={() => setAsking(token)}>
                {t('revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={() => setAsking(undefined)}
          title={t('revokeName', { name: asking.name })}
          confirm={t('revoke')}
          danger
          pending={busy}
          onConfirm={() => revoke(asking)}
        >
          <p>{t('revokeText')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
