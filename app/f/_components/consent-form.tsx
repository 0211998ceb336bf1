'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { familyCall } from './family-api'

type ConsentFormProps = {
  studentId: string
  consentTextId: string
  texts: { heard: string; accept: string; accepting: string; offline: string; reopen: string }
}

/** The guardian's yes to the text above, and whether the child was heard. */
export function ConsentForm({ studentId, consentTextId, texts }: ConsentFormProps) {
  const router = useRouter()
  const [heard, setHeard] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const [refreshing, refresh] = useTransition()
  async function accept() {
    setBusy(true)
    setTrouble('')
    const answer = await familyCall('consents', { studentId, consentTextId, minorHeard: heard }).catch(() => null)
    setBusy(false)
    if (answer?.ok) return refresh(() => router.refresh())
    setTrouble(answer ? (answer.code === 'link_unavailable' ? texts.reopen : answer.message) : texts.offline)
  }
  return (
    <div className="grid gap-2">
      <label className="check min-h-11">
        <input
          type="checkbox"
          className="check-box"
          checked={heard}
          onChange={(event) => setHeard(event.target.checked)}
        />
        <span>{texts.heard}</span>
      </label>
      <Button variant="primary" size="lg" loading={busy || refreshing} onClick={accept}>
        {busy || refreshing ? texts.accepting : texts.accept}
      </Button>
      <p role="alert" className="text-danger empty:hidden">
        {trouble}
      </p>
    </div>
  )
}
