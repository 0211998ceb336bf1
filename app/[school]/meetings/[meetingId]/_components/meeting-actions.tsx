'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import type { MeetingStatus } from '@/lib/domain/meetings/rules'
import { holdMeetingAction, removeMeetingAction, signMinutesAction } from '../../actions'

type MeetingActionsProps = {
  slug: string
  meetingId: string
  version: number
  status: MeetingStatus
  signs: boolean
  removable: boolean
}

/** The next step of a meeting: ending it, then signing its minutes. */
export function MeetingActions({ slug, meetingId, version, status, signs, removable }: MeetingActionsProps) {
  const t = useTranslations('meetings.actions')
  const { call, pending } = useCall()
  const [asked, setAsked] = useState<'sign' | 'remove' | null>(null)
  const input = { meetingId, version }
  const close = () => setAsked(null)
  const hold = () =>
    call(
      () => holdMeetingAction(slug, input),
      () => toast({ tone: 'ok', text: t('held') }),
    )
  const confirm = {
    sign: () =>
      call(
        () => signMinutesAction(slug, input),
        ({ number }) => {
          close()
          toast({ tone: 'ok', text: t('signed', { number }) })
        },
      ),
    remove: () => call(() => removeMeetingAction(slug, input), close),
  }
  return (
    <>
      {status === 'planned' && (
        <Button variant="primary" loading={pending} onClick={hold}>
          {t('hold')}
        </Button>
      )}
      {status === 'held' && signs && (
        <Button variant="primary" onClick={() => setAsked('sign')}>
          {t('sign')}
        </Button>
      )}
      {removable && (
        <Button variant="ghost" onClick={() => setAsked('remove')}>
          {t('remove')}
        </Button>
      )}
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={close}
        title={asked === 'remove' ? t('remove') : t('sign')}
        confirm={asked === 'remove' ? t('remove') : t('sign')}
        danger={asked === 'remove'}
        pending={pending}
        onConfirm={() => asked && confirm[asked]()}
      >
        <p>{asked === 'remove' ? t('removeText') : t('signText')}</p>
      </ConfirmDialog>
    </>
  )
}
