'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { announceJob } from '@/components/layout/running-jobs'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { startRunAction } from '../../actions'

type Props = {
  slug: string
  rolloverId: string
  version: number
  years: { from: string; to: string }
  label: string
  /** What the test run says; without it the run goes on where it stopped. */
  trial?: { enroll: number; graduate: number }
}

/** Runs the roll-over after saying once more what will happen. */
export function RunButton({ slug, rolloverId, version, years, label, trial }: Props) {
  const t = useTranslations('rollovers.run')
  const [open, setOpen] = useState(false)
  const { call, pending } = useCall()
  const run = () =>
    call(
      () => startRunAction(slug, { rolloverId, version }),
      () => {
        setOpen(false)
        announceJob()
        toast({ tone: 'ok', text: t('started') })
      },
    )
  return (
    <>
      <Button variant="primary" loading={pending} onClick={() => (trial ? setOpen(true) : run())}>
        {label}
      </Button>
      {trial && (
        <ConfirmDialog
          open={open}
          onOpenChange={setOpen}
          title={t('confirmTitle', years)}
          confirm={t('confirm')}
          pending={pending}
          onConfirm={run}
        >
          <p>{t('body', { ...trial, to: years.to })}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
