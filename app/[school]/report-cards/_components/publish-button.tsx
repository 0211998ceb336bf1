'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { announceJob } from '@/components/layout/running-jobs'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { publishCardsAction } from '../actions'

type Props = { school: string; scope: { yearId: string; periodId?: string }; cards: number }

/** What families have seen cannot be taken back: it asks once. */
export function PublishButton({ school, scope, cards }: Props) {
  const t = useTranslations('reportCards')
  const [open, setOpen] = useState(false)
  const { call, pending } = useCall()
  const publish = () =>
    call(
      () => publishCardsAction(school, scope),
      (done) => {
        setOpen(false)
        announceJob()
        toast({ tone: 'ok', text: t('page.publishedNow', { count: done.cards, families: done.families }) })
      },
    )
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('page.publish')}</Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('page.publishTitle', { count: cards })}
        confirm={t('page.publishNow')}
        pending={pending}
        onConfirm={publish}
      >
        <p>{t('page.publishText')}</p>
      </ConfirmDialog>
    </>
  )
}
