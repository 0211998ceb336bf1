'use client'

import { useTranslations } from 'next-intl'
import { EntryPage } from '@/components/account/entry-page'
import { PasswordField } from '@/components/account/password-field'
import { signInWith } from '@/components/account/sign-in-with'
import { useMailLink } from '@/components/account/use-mail-link'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { LinkButton } from '@/components/ui/link-button'
import { Skeleton } from '@/components/ui/skeleton'
import type { MailLink } from '@/lib/domain/account/schema'
import { acceptInvitationAction, openMailLinkAction } from '../actions'

export function InvitePanel() {
  const t = useTranslations('invitations')
  const link = useMailLink<MailLink>(openMailLinkAction, 'invitation')
  if (link.state === 'open') {
    const [school, ...others] = link.about.schools
    return (
      <EntryPage
        title={school && others.length === 0 ? t('welcome', { school }) : t('title')}
        intro={t('text', { email: link.about.email })}
      >
        <AcceptForm token={link.token} about={link.about} />
      </EntryPage>
    )
  }
  if (link.state === 'reading')
    return (
      <EntryPage title={t('title')}>
        <Skeleton className="h-48" />
      </EntryPage>
    )
  return (
    <EntryPage title={t('goneTitle')} intro={link.state === 'offline' ? t('offline') : t('goneText')}>
      <LinkButton href="/login" variant="primary">
        {t('toLogin')}
      </LinkButton>
    </EntryPage>
  )
}

function AcceptForm({ token, about }: { token: string; about: MailLink }) {
  const t = useTranslations('account')
  const s = useTranslations('invitations')
  const form = useActionForm({
    action: acceptInvitationAction,
    initial: { token, fullName: about.fullName, password: '' },
    onSuccess: ({ email }: { email: string }) => void signInWith(email, form.values.password, 'invited'),
  })
  return (
    <ActionForm form={form} submit={s('accept')}>
      <TextField form={form} name="fullName" label={t('fullName')} help={s('nameHelp')} autoComplete="name" />
      <input type="hidden" autoComplete="username" value={about.email} readOnly />
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
