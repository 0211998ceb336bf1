import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EntryPage } from '@/components/account/entry-page'
import { SignOutButton } from '@/components/account/sign-out-button'
import { ClientMessages } from '@/components/layout/client-messages'
import { ownProfile } from '@/lib/domain/account/queries'
import { localPath } from '@/lib/domain/account/rules'
import { currentSession, publicPageContext } from '@/lib/platform/page'
import { PasswordForm } from '../_components/password-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('expired.title') }
}

type Search = { searchParams: Promise<{ next?: string | string[] }> }

/** For who comes in with a password that has run out, or is shorter than the school asks for by now: a new one, and on. */
export default async function NewPasswordPage({ searchParams }: Search) {
  const [{ next: wanted }, session] = await Promise.all([searchParams, currentSession()])
  if (!session) redirect('/login')
  const next = localPath(wanted)
  const { owes } = session
  if (owes !== 'password' && owes !== 'longer_password') redirect(next)
  const [{ minPassword }, t] = await Promise.all([
    ownProfile.run(await publicPageContext(), {}),
    getTranslations('account'),
  ])
  const { email } = session.user
  return (
    <ClientMessages namespaces={['account']}>
      <EntryPage
        title={t('expired.title')}
        intro={owes === 'password' ? t('expired.text', { email }) : t('expired.short', { email, least: minPassword })}
      >
        <PasswordForm email={email} least={minPassword} submit={t('expired.save')} next={next} />
        <SignOutButton />
      </EntryPage>
    </ClientMessages>
  )
}
