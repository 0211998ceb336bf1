import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { StatusBadge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { ownProfile } from '@/lib/domain/account/queries'
import { ownSecondFactor } from '@/lib/domain/account/second-factor/queries'
import { ownSessions } from '@/lib/domain/account/sessions/queries'
import { publicPageContext } from '@/lib/platform/page'
import { PasswordForm } from '../_components/password-form'
import { ProfileForm } from '../_components/profile-form'
import { SessionsTable } from '../_components/sessions-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

export default async function AccountPage() {
  const ctx = await publicPageContext()
  const [profile, sessions, factor, t, f, format] = await Promise.all([
    ownProfile.run(ctx, {}),
    ownSessions.run(ctx, {}),
    ownSecondFactor.run(ctx, {}),
    getTranslations('account'),
    getTranslations('security.factor'),
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
          <PasswordForm email={profile.email} least={profile.minPassword} />
        </Section>
        <Section title={f('title')} intro={f('intro')}>
          <p className="mb-3 flex flex-wrap items-center gap-2">
            <StatusBadge tone={factor.isOn ? 'ok' : factor.needed ? 'warning' : 'neutral'}>
              {factor.since ? f('isOn', { day: format.dateTime(new Date(factor.since), 'dayLong') }) : f('isOff')}
            </StatusBadge>
            {factor.isOn && <span className="text-muted">{f('left', { count: factor.recoveryLeft })}</span>}
          </p>
          <LinkButton href="/account/second-factor?next=/account" variant={factor.isOn ? undefined : 'primary'}>
            {f(factor.isOn ? 'manage' : 'turnOn')}
          </LinkButton>
        </Section>
        <Section title={t('sessions')} intro={`${t('sessionsText')} ${t('placeHelp')}`} bare>
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
