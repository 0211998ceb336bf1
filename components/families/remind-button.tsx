'use client'

import { BellRing } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { announceJob } from '@/components/layout/running-jobs'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/platform/result'

type RemindButtonProps = {
  school: string
  /** The list's filter or the chosen enrollments; nothing: every family with papers to send. */
  whom?: { enrollmentIds?: string[]; yearId?: string; gradeLevel?: string; groupCode?: string }
  action: (school: string, input: unknown) => Promise<ActionResult<{ jobId: string; families: number }>>
  onStarted?: () => void
}

/** Mails every family that has something to send. Put it inside ClientMessages with `families`. */
export function RemindButton({ school, whom = {}, action, onStarted }: RemindButtonProps) {
  const t = useTranslations('families.remind')
  const ui = useTranslations('ui')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  async function start() {
    setBusy(true)
    const result = await action(school, whom).catch(() => null)
    setBusy(false)
    setOpen(false)
    if (!result?.ok) return toast({ tone: 'warning', text: result?.error.message ?? ui('offlineTitle') })
    announceJob()
    onStarted?.()
    toast({
      tone: 'ok',
      text: t('started', { count: result.data.families }),
      action: { label: t('seeJob'), onClick: () => router.push(`/${school}/settings/jobs`) },
    })
  }
  return (
    <>
      <Button icon={<BellRing aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('title')}
        confirm={t('confirm')}
        pending={busy}
        onConfirm={start}
      >
        <p>{whom.enrollmentIds ? t('selected', { count: whom.enrollmentIds.length }) : t('all')}</p>
        <p className="text-muted">{t('body')}</p>
      </ConfirmDialog>
    </>
  )
}
