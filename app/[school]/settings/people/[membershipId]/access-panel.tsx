'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { PersonRow } from '@/lib/domain/people/schema'
import type { ActionResult } from '@/lib/platform/result'
import { resendInvitationAction, updateMembershipAction } from '../actions'
import { RevokeInvitation } from './revoke-invitation'

type Props = { slug: string; person: PersonRow; isOwn: boolean }

/** Letting somebody out works at once and can be undone at once. */
export function AccessPanel({ slug, person, isOwn }: Props) {
  const t = useTranslations('people')
  const [busy, setBusy] = useState<string>()
  const { membershipId, name, isActive, hasAccepted } = person

  async function run<T>(what: string, work: () => Promise<ActionResult<T>>): Promise<T | undefined> {
    setBusy(what)
    const answer = await work().catch(() => undefined)
    setBusy(undefined)
    if (answer?.ok) return answer.data
    toast({ tone: 'danger', text: answer?.error.message ?? t('offline') })
  }
  const setActive = async (active: boolean, version: number) => {
    const saved = await run('access', () => updateMembershipAction(slug, { membershipId, version, isActive: active }))
    if (!saved) return
    toast({
      tone: 'ok',
      text: t(active ? 'reactivated' : 'deactivated', { name }),
      action: { label: t('undo'), onClick: () => void setActive(!active, saved.version) },
    })
  }
  const resend = async () => {
    const sent = await run('resend', () => resendInvitationAction(slug, { membershipId }))
    if (sent) toast({ tone: 'ok', text: t('resent') })
  }
  return (
    <div className="grid gap-3">
      <p>{t(isActive ? (hasAccepted ? 'accessActive' : 'accessInvited') : 'accessInactive', { name })}</p>
      <div className="flex flex-wrap gap-2">
        {isActive && !hasAccepted && (
          <Button loading={busy === 'resend'} onClick={resend}>
            {t('resend')}
          </Button>
        )}
        {isActive && !hasAccepted && <RevokeInvitation slug={slug} person={person} />}
        {isActive && hasAccepted && !isOwn && (
          <Button variant="danger" loading={busy === 'access'} onClick={() => setActive(false, person.version)}>
            {t('deactivate')}
          </Button>
        )}
        {!isActive && (
          <Button variant="primary" loading={busy === 'access'} onClick={() => setActive(true, person.version)}>
            {t('reactivate')}
          </Button>
        )}
      </div>
    </div>
  )
}
