'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { setSchoolActiveAction } from '../../../actions'

type Props = { schoolId: string; name: string; version: number; isActive: boolean }

/** Closing a school puts hundreds of people out at once: its name is typed first. */
export function StatePanel({ schoolId, name, version, isActive }: Props) {
  const t = useTranslations('admin')
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const change = async () => {
    setBusy(true)
    const answer = await setSchoolActiveAction({ schoolId, version, isActive: !isActive }).catch(() => undefined)
    setBusy(false)
    setAsking(false)
    if (answer?.ok) toast({ tone: 'ok', text: t(isActive ? 'deactivated' : 'activated', { name }) })
    else toast({ tone: 'danger', text: answer?.error.message ?? t('offline') })
  }
  return (
    <div className="grid gap-3">
      <p>{t(isActive ? 'activeText' : 'inactiveText')}</p>
      <div>
        {isActive ? (
          <Button variant="danger" onClick={() => setAsking(true)}>
            {t('deactivate')}
          </Button>
        ) : (
          <Button variant="primary" loading={busy} onClick={change}>
            {t('activate')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('deactivateName', { name })}
        confirm={t('deactivate')}
        typed={name}
        danger
        pending={busy}
        onConfirm={change}
      >
        <p>{t('deactivateText')}</p>
      </ConfirmDialog>
    </div>
  )
}
