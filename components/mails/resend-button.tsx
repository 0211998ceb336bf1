'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/platform/result'

type Props = { label: string; said: string; offline: string; resend: () => Promise<ActionResult<unknown>> }

export function ResendButton({ label, said, offline, resend }: Props) {
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    const answer = await resend().catch(() => undefined)
    setBusy(false)
    if (answer?.ok) toast({ tone: 'ok', text: said })
    else toast({ tone: 'danger', text: answer?.error.message ?? offline })
  }
  return (
    <Button variant="primary" loading={busy} onClick={run}>
      {label}
    </Button>
  )
}
