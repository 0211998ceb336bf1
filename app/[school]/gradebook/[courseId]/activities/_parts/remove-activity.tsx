'use client'

import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { removeActivityAction } from '../../../actions'

type RemoveActivityProps = {
  school: string
  activityId: string
  back: string
  texts: Record<'remove' | 'ask' | 'removed', string>
}

export function RemoveActivity({ school, activityId, back, texts }: RemoveActivityProps) {
  const { call, pending } = useCall()
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button onClick={() => setAsked(true)}>{texts.remove}</Button>
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title={texts.ask}
        confirm={texts.remove}
        danger
        pending={pending}
        onConfirm={() =>
          call(
            async () => {
              const answer = await removeActivityAction(school, { activityId })
              if (!answer.ok) setAsked(false)
              return answer
            },
            () => window.location.assign(back),
          )
        }
      />
    </>
  )
}
