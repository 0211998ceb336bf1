'use client'

import { useTranslations } from 'next-intl'
import { PasswordField } from '@/components/account/password-field'
import { ActionForm } from '@/components/layout/action-form'
import { useActionForm } from '@/components/layout/use-action-form'
import { changePasswordAction } from '../actions'

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('account')
  const form = useActionForm({
    action: changePasswordAction,
    initial: { current: '', password: '' },
    success: t('passwordSaved'),
    again: true,
  })
  return (
    <ActionForm form={form} submit={t('changePassword')}>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField form={form} name="current" label={t('currentPassword')} autoComplete="current-password" />
      <PasswordField
        form={form}
        name="password"
        label={t('newPassword')}
        help={t('passwordHelp')}
        autoComplete="new-password"
      />
    </ActionForm>
  )
}
