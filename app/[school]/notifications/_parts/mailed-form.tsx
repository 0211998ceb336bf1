'use client'

import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { toast } from '@/components/ui/toast'
import type { NotificationKind } from '@/lib/shared/notification-kinds'
import { saveMailedAction } from '../actions'

type Props = {
  school: string
  kinds: readonly { kind: NotificationKind; label: string }[]
  mailed: readonly NotificationKind[]
  texts: { save: string; saved: string }
}

/** Which notices come by mail as well. */
export function MailedForm({ school, kinds, mailed, texts }: Props) {
  const { call, pending } = useCall()
  const [chosen, setChosen] = useState(() => new Set(mailed))
  const tick = (kind: NotificationKind, on: boolean) =>
    setChosen((all) => (on ? new Set([...all, kind]) : new Set([...all].filter((one) => one !== kind))))
  const save = () =>
    call(
      () => saveMailedAction(school, { mailed: [...chosen] }),
      () => toast({ tone: 'ok', text: texts.saved }),
    )
  return (
    <form
      className="grid justify-items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {kinds.map(({ kind, label }) => (
        <Checkbox
          key={kind}
          label={label}
          checked={chosen.has(kind)}
          onChange={(event) => tick(kind, event.target.checked)}
        />
      ))}
      <Button type="submit" loading={pending} className="mt-2">
        {texts.save}
      </Button>
    </form>
  )
}
