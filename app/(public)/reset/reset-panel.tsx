'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EntryPage } from '@/components/account/entry-page'
import { PasswordField } from '@/components/account/password-field'
import { signInWith } from '@/components/account/sign-in-with'
import { useMailLink } from '@/components/account/use-mail-link'
import { ActionForm } from '@/components/layout/action-form'
import { useActionForm } from '@/components/layout/use-action-form'
import { Callout } from '@/components/ui/callout'
import { Skeleton } from '@/components/ui/skeleton'
import type { MailLink } from '@/lib/domain/account/schema'
import { openMailLinkAction, resetPasswordAction } from '../actions'
import { AskForm } from './ask-form'

/** Without a secret in the address it asks for the mail, with one it asks for the new password. */
export function ResetPanel() {
  const t = useTranslations('account.reset')
  const link = useMailLink<MailLink>(openMailLinkAction, 'reset')
  if (link.state === 'open')
    return (
      <EntryPage title={t('chooseTitle')} intro={t('chooseText', { email: link.about.email })}>
        <ChooseForm token={link.token} about={link.about} />
      </EntryPage>
    )
  if (link.state === 'reading')
    return (
      <EntryPage title={t('title')}>
        <Skeleton className="h-32" />
      </EntryPage>
    )
  return (
    <EntryPage title={t('title')} intro={t('text')}>
      {link.state !== 'none' && (
        <Callout tone="warning" live>
          {t(link.state)}
        </Callout>
      )}
      <AskForm />
      <p className="text-sm">
        <Link href="/login" className="link">
          {t('back')}
        </Link>
      </p>
    </EntryPage>
  )
}

function ChooseForm({ token, about: { email, minPassword } }: { token: string; about: MailLink }) {
  const t = useTranslations('account')
  const form = useActionForm({
    action: resetPasswordAction,
    initial: { token, password: '' },
    onSuccess: () => void signInWith(email, form.values.password, 'reset'),
  })
  return (
    <ActionForm form={form} submit={t('reset.save')}>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField
        form={form}
        name="password"
        label={t('newPassword')}
        help={t('passwordHelp', { least: minPassword })}
        autoComplete="new-password"
        autoFocus
      />
    </ActionForm>
  )
}
