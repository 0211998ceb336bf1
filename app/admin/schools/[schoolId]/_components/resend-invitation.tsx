'use client'

import { useTranslations } from 'next-intl'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { resendRectorAction } from '../../../actions'

export function ResendInvitation(ids: { schoolId: string; membershipId: string }) {
  const t = useTranslations('admin')
  const { call, pending } = useCall()
  const resend = () =>
    call(
      () => resendRectorAction(ids),
      () => toast({ tone: 'ok', text: t('resent') }),
    )
  return (
    <Button size="sm" loading={pending} onClick={resend}>
      {t('resend')}
    </Button>
  )
}
