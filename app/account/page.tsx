import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { Section } from '@/components/ui/card'
import { ownProfile } from '@/lib/domain/account/queries'
import { ownSessions } from '@/lib/domain/account/sessions/queries'
import { publicPageContext } from '@/lib/platform/page'
import { PasswordForm } from './_components/password-form'
import { ProfileForm } from './_components/profile-form'
import { SessionsTable } from './_components/sessions-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

export default async function AccountPage() {
  const ctx = await publicPageContext()
  const [profile, sessions, t, format] = await Promise.all([
    ownProfile.run(ctx, {}),
    ownSessions.run(ctx, {}),
    getTranslations('account'),
    getFormatter(),
  ])
  const changedAt = profile.passwordChangedAt
  return (
    <ClientMessages namespaces={['account', 'common']}>
      <PageHeader title={t('title')} state={profile.email} />
      <div className="grid max-w-3xl gap-8">
        <Section title={t('profile')}>
          <ProfileForm profile={profile} />
        </Section>
        <Section
          title={t('password')}
          intro={changedAt ? t('passwordSince', { day: format.dateTime(new Date(changedAt), 'dayLong') }) : undefined}
        >
          <PasswordForm email={profile.email} />
        </Section>
        <Section title={t('sessions')} intro={t('sessionsText')} bare>
          <SessionsTable
            sessions={sessions.items.map(({ lastSeenAt, createdAt, ...session }) => ({
              ...session,
              seen: format.relativeTime(new Date(lastSeenAt)),
              since: format.dateTime(new Date(createdAt), 'moment'),
            }))}
          />
        </Section>
      </div>
    </ClientMessages>
  )
}
