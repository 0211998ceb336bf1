'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Callout } from '@/components/ui/callout'
import { requestResetAction } from '../actions'

export function AskForm() {
  const t = useTranslations('account')
  const [sentTo, setSentTo] = useState<string>()
  const form = useActionForm({
    action: requestResetAction,
    initial: { email: '' },
    onSuccess: () => setSentTo(form.values.email.trim()),
  })
  if (sentTo)
    return (
      <Callout tone="ok" title={t('reset.sentTitle')} live>
        {t('reset.sent', { email: sentTo })}
      </Callout>
    )
  return (
    <ActionForm form={form} submit={t('reset.ask')}>
      <TextField form={form} name="email" label={t('email')} type="email" inputMode="email" autoComplete="username" />
    </ActionForm>
  )
}
