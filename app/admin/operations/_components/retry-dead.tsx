'use client'

import { useTranslations } from 'next-intl'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { retryDeadAction } from '../../actions'

export function RetryDead({ queue }: { queue: string }) {
  const t = useTranslations('operations')
  const { call, pending } = useCall()
  const retry = () =>
    call(
      () => retryDeadAction({ queue }),
      ({ count }) => toast({ tone: 'ok', text: t('retried', { count }) }),
    )
  return (
    <Button size="sm" loading={pending} onClick={retry}>
      {t('retry')}
    </Button>
  )
}
