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
  if (link.state === 'open') return <Invitation token={link.token} about={link.about} />
  if (link.state === 'reading')
    return (
      <EntryPage title={t('title')}>
        <Skeleton className="h-48" />
      </EntryPage>
    )
  return (
    <Gone
      why={link.state === 'offline' ? 'offline' : link.state === 'unavailable' && link.accepted ? 'accepted' : 'gone'}
    />
  )
}

const titles = { offline: 'goneTitle', accepted: 'acceptedTitle', gone: 'goneTitle' } as const
const texts = { offline: 'offline', accepted: 'accepted', gone: 'goneText' } as const

function Gone({ why }: { why: keyof typeof texts }) {
  const t = useTranslations('invitations')
  return (
    <EntryPage title={t(titles[why])} intro={t(texts[why])}>
      <LinkButton href="/login" variant="primary">
        {t('toLogin')}
      </LinkButton>
    </EntryPage>
  )
}

function Invitation({ token, about }: { token: string; about: MailLink }) {
  const t = useTranslations('account')
  const s = useTranslations('invitations')
  const form = useActionForm({
    action: acceptInvitationAction,
    initial: { token, fullName: about.fullName, password: '' },
    onSuccess: ({ email }: { email: string }) => void signInWith(email, form.values.password, 'invited'),
  })
  // Somebody was faster with the same link, perhaps the same person in another window.
  if (form.refusal?.code === 'link_unavailable')
    return <Gone why={form.refusal.data?.accepted === true ? 'accepted' : 'gone'} />
  const [school, ...others] = about.schools
  return (
    <EntryPage
      title={school && others.length === 0 ? s('welcome', { school }) : s('title')}
      intro={s('text', { email: about.email })}
    >
      <ActionForm form={form} submit={s('accept')}>
        <TextField form={form} name="fullName" label={t('fullName')} help={s('nameHelp')} autoComplete="name" />
        <input type="hidden" autoComplete="username" value={about.email} readOnly />
        <PasswordField
          form={form}
          name="password"
          label={t('newPassword')}
          help={t('passwordHelp', { least: about.minPassword })}
          autoComplete="new-password"
        />
      </ActionForm>
    </EntryPage>
  )
}
