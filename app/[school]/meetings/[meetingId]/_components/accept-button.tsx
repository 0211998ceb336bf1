'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { acceptProposalsAction } from '../../actions'

type AcceptButtonProps = { slug: string; meetingId: string; classGroupId: string; group: string }

/** Promotes everybody of a group who meets the criteria: what is left for the meeting are the others. */
export function AcceptButton({ slug, meetingId, classGroupId, group }: AcceptButtonProps) {
  const t = useTranslations('meetings.groups')
  const { call, pending } = useCall()
  const [open, setOpen] = useState(false)
  const accept = () =>
    call(
      () => acceptProposalsAction(slug, { meetingId, classGroupId }),
      ({ count }) => {
        setOpen(false)
        toast({ tone: 'ok', text: t('accepted', { count }) })
      },
    )
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('accept')}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`${t('accept')} · ${group}`}
        confirm={t('acceptConfirm')}
        pending={pending}
        onConfirm={accept}
      >
        <p>{t('acceptText', { group })}</p>
      </ConfirmDialog>
    </>
  )
}
