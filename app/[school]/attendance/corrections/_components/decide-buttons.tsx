'use client'

import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/platform/result'

type DecideButtonsProps = {
  school: string
  record: { correctionId: string; version: number }
  action: (school: string, input: unknown) => Promise<ActionResult<unknown>>
  texts: { approve: string; reject: string; approved: string; rejected: string; note: string }
}

export function DecideButtons({ school, record, action, texts }: DecideButtonsProps) {
  const { call, pending } = useCall()
  const [note, setNote] = useState('')
  const decide = (decision: 'approved' | 'rejected') =>
    call(
      () => action(school, { ...record, decision, note }),
      () => toast({ tone: 'ok', text: texts[decision] }),
    )
  return (
    <div className="flex flex-wrap items-center gap-2 pt-2">
      <Input
        className="basis-full sm:max-w-72 sm:basis-0 sm:grow"
        aria-label={texts.note}
        placeholder={texts.note}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button loading={pending} onClick={() => decide('approved')}>
        {texts.approve}
      </Button>
      <Button variant="ghost" loading={pending} onClick={() => decide('rejected')}>
        {texts.reject}
      </Button>
    </div>
  )
}
