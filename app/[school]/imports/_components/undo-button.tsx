'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { announceJob } from '@/components/layout/running-jobs'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { undoImportAction } from '../actions'

/** Asked for once more: what goes takes its guardians and enrollments along. */
export function UndoButton({ slug, importId }: { slug: string; importId: string }) {
  const t = useTranslations('imports')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { call, pending } = useCall()
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('page.undo')}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('page.undoAsk')}
        confirm={t('page.undoConfirm')}
        danger
        pending={pending}
        onConfirm={() =>
          call(
            () => undoImportAction(slug, { importId }),
            () => {
              setOpen(false)
              announceJob()
              router.refresh()
            },
          )
        }
      />
    </>
  )
}
