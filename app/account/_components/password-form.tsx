'use client'

import { useTranslations } from 'next-intl'
import { PasswordField } from '@/components/account/password-field'
import { ActionForm } from '@/components/layout/action-form'
import { useActionForm } from '@/components/layout/use-action-form'
import { changePasswordAction } from '../actions'

type Props = {
  email: string
  /** Shortest password that the person's schools take. */
  least: number
  submit?: string
  /** Where to go on when this stood in the way. */
  next?: string
}

export function PasswordForm({ email, least, submit, next }: Props) {
  const t = useTranslations('account')
  const form = useActionForm({
    action: changePasswordAction,
    initial: { current: '', password: '' },
    success: t('passwordSaved'),
    again: true,
    onSuccess: () => {
      if (next) window.location.assign(next)
    },
  })
  return (
    <ActionForm form={form} submit={submit ?? t('changePassword')}>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField form={form} name="current" label={t('currentPassword')} autoComplete="current-password" />
      <PasswordField
        form={form}
        name="password"
        label={t('newPassword')}
        help={t('passwordHelp', { least })}
        autoComplete="new-password"
      />
    </ActionForm>
  )
}
