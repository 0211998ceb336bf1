'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { TextareaField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { annulPaperAction } from '../../actions'

type Props = { school: string; paperId: string; version: number }

/** There is no way back: the paper's page says for good that it was annulled. */
export function AnnulButton(props: Props) {
  const t = useTranslations('papers.page')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('annul')}</Button>
      {open && (
        <Dialog open onOpenChange={setOpen} title={t('annulTitle')} description={t('annulText')} width={460}>
          <AnnulForm {...props} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  )
}

function AnnulForm({ school, paperId, version, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations('papers.page')
  const form = useActionForm({
    school,
    action: annulPaperAction,
    initial: { paperId, version, reason: '' },
    success: t('annulled'),
    onSuccess: onDone,
  })
  return (
    <ActionForm form={form} submit={t('annul')} danger onCancel={onDone}>
      <TextareaField form={form} name="reason" label={t('reason')} rows={3} maxLength={500} />
    </ActionForm>
  )
}
