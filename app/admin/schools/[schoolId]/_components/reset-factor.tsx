'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { resetFactorAction } from '../../../actions'

/** For who lost phone and recovery codes. Without a person: of whoever has the address that is typed. */
export function ResetFactor({ person }: { person?: { name: string; email: string } }) {
  const t = useTranslations('admin')
  const [open, setOpen] = useState(false)
  const form = useActionForm({
    action: resetFactorAction,
    initial: { email: person?.email ?? '', reason: '' },
    success: t('factor.done'),
    onSuccess: () => setOpen(false),
    again: true,
  })
  return (
    <>
      <Button size="sm" variant={person ? 'secondary' : 'ghost'} onClick={() => setOpen(true)}>
        {t(person ? 'factor.reset' : 'factor.resetOther')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={person ? t('factor.title', { name: person.name }) : t('factor.titleOther')}
        description={t('factor.text')}
        width={480}
      >
        <ActionForm form={form} submit={t('factor.reset')} danger onCancel={() => setOpen(false)}>
          {!person && (
            <TextField form={form} name="email" label={t('factor.email')} help={t('factor.emailHelp')} type="email" />
          )}
          <TextField
            form={form}
            name="reason"
            label={t('factor.reason')}
            help={t('factor.reasonHelp')}
            maxLength={300}
          />
        </ActionForm>
      </Dialog>
    </>
  )
}
