'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { endVisitAction } from '../actions'

type Props = { slug: string; visitId: string; name: string }

/** The school closes its door: the visitor is out at once. */
export function EndVisit({ slug, visitId, name }: Props) {
  const t = useTranslations('support.own')
  const [open, setOpen] = useState(false)
  const form = useActionForm({
    school: slug,
    action: endVisitAction,
    initial: { visitId, note: '' },
    success: t('stopped', { name }),
    onSuccess: () => setOpen(false),
  })
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {t('stop')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('stopTitle', { name })}
        description={t('stopText')}
        width={480}
      >
        <ActionForm form={form} submit={t('stop')} danger onCancel={() => setOpen(false)}>
          <TextField
            form={form}
            name="note"
            label={t('note')}
            help={t('noteHelp', { name })}
            optional
            maxLength={300}
          />
        </ActionForm>
      </Dialog>
    </>
  )
}
