'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import type { PersonRow } from '@/lib/domain/people/schema'
import { revokeInvitationAction } from '../actions'

/** Asked first: the link in somebody's mail cannot be made good again, only another one sent. */
export function RevokeInvitation({ slug, person: { membershipId, name } }: { slug: string; person: PersonRow }) {
  const t = useTranslations('people')
  const [open, setOpen] = useState(false)
  const { call, pending } = useCall()
  const router = useRouter()
  const revoke = () =>
    call(
      () => revokeInvitationAction(slug, { membershipId }),
      () => {
        toast({ tone: 'ok', text: t('revoked', { name }) })
        router.push(`/${slug}/settings/people`)
      },
    )
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {t('revoke')}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('revokeTitle', { name })}
        confirm={t('revoke')}
        danger
        pending={pending}
        onConfirm={revoke}
      >
        <p>{t('revokeText')}</p>
      </ConfirmDialog>
    </>
  )
}
