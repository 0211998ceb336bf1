'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { PlanDialog } from './plan-dialog'
import type { RecoveryAt } from './recovery-list'

type Props = { school: string; at: RecoveryAt; enrollmentIds: readonly string[] }

/** The usual way: one day and one worksheet for everybody who failed. */
export function PlanAll(props: Props) {
  const t = useTranslations('recoveries')
  const [open, setOpen] = useState(false)
  const count = props.enrollmentIds.length
  const label = t('planAll', { count })
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && (
        <PlanDialog
          {...props}
          title={label}
          description={t('planAllText', { count })}
          submit={label}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
