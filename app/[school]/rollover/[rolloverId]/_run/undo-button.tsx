'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { announceJob } from '@/components/layout/running-jobs'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { startUndoAction } from '../../actions'

type Props = {
  slug: string
  rolloverId: string
  version: number
  years: { from: string; to: string }
  enrolled: number
  label: string
}

/** Takes the whole run back, with a reason for the history. */
export function UndoButton({ slug, rolloverId, version, years, enrolled, label }: Props) {
  const t = useTranslations('rollovers')
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { call, pending } = useCall()
  const undo = () =>
    call(
      () => startUndoAction(slug, { rolloverId, version, ...(reason.trim() ? { reason } : {}) }),
      () => {
        setOpen(false)
        announceJob()
        toast({ tone: 'ok', text: t('undo.started') })
      },
    )
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('undo.title', years)}
        confirm={t('undo.confirm')}
        danger
        pending={pending}
        onConfirm={undo}
      >
        <p>{t('undo.body', { enrolled })}</p>
        <Field name="reason" label={t('exceptions.reason')} help={t('exceptions.reasonHelp')} optional>
          <Textarea value={reason} maxLength={500} rows={2} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </ConfirmDialog>
    </>
  )
}
