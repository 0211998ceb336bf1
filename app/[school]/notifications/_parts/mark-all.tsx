'use client'

import { announceRead } from '@/components/layout/unread-notices'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { markReadAction } from '../actions'

export function MarkAll({ school, label, said }: { school: string; label: string; said: string }) {
  const { call, pending } = useCall()
  const mark = () =>
    call(
      () => markReadAction(school, {}),
      () => {
        announceRead()
        toast({ tone: 'ok', text: said })
      },
    )
  return (
    <Button loading={pending} onClick={mark}>
      {label}
    </Button>
  )
}
