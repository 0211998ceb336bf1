'use client'

import { useTranslations } from 'next-intl'
import { PasswordField } from '@/components/account/password-field'
import { ActionForm } from '@/components/layout/action-form'
import { useActionForm } from '@/components/layout/use-action-form'
import type { ActionResult } from '@/lib/platform/result'

type Props<T> = {
  email: string
  action: (input: unknown) => Promise<ActionResult<T>>
  submit: string
  danger?: boolean
  onDone: (data: T) => void
  onCancel: () => void
}

/** The password once more: a computer that was left open must not change how one comes in. */
export function ProveForm<T>({ email, action, submit, danger, onDone, onCancel }: Props<T>) {
  const t = useTranslations('security.factor')
  const form = useActionForm({ action, initial: { password: '' }, secret: ['password'], onSuccess: onDone })
  return (
    <ActionForm form={form} submit={submit} danger={danger} onCancel={onCancel}>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField
        form={form}
        name="password"
        label={t('password')}
        help={t('passwordHelp')}
        autoComplete="current-password"
        autoFocus
      />
    </ActionForm>
  )
}
