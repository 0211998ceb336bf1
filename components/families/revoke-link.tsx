'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/platform/result'

type RevokeLinkProps = {
  school: string
  linkId: string
  action: (school: string, input: unknown) => Promise<ActionResult<{ ok: true }>>
}

export function RevokeLink({ school, linkId, action }: RevokeLinkProps) {
  const t = useTranslations('families.links')
  const ui = useTranslations('ui')
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  async function revoke() {
    setBusy(true)
    const result = await action(school, { linkId }).catch(() => null)
    setBusy(false)
    if (!result?.ok) return toast({ tone: 'danger', text: result?.error.message ?? ui('offlineTitle') })
    toast({ tone: 'ok', text: t('revoked') })
    router.refresh()
  }
  return (
    <Button size="sm" variant="ghost" loading={busy} onClick={revoke}>
      {t('revoke')}
    </Button>
  )
}
