import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Avatar } from '@/components/ui/avatar'
import { StatusBadge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { readPerson } from '@/lib/domain/people/queries'
import { personState } from '@/lib/domain/people/rules'
import { sessionsOfPerson } from '@/lib/domain/people/sessions/queries'
import { membershipIdOf } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { historyMenu } from '../../../_shell/history-menu'
import { SettingsHeader } from '../../_components/settings-header'
import { personTones } from '../_components/person-state'
import { AccessPanel } from './access-panel'
import { FactorPanel } from './factor-panel'
import { PersonSessions } from './person-sessions'
import { RolesForm } from './roles-form'

type Props = { params: Promise<{ school: string; membershipId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('person') }
}

export default async function PersonPage({ params }: Props) {
  const [ctx, { membershipId }] = await Promise.all([pageContext(params), params])
  const [person, sessions, t, format] = await Promise.all([
    orNotFound(readPerson.run(ctx, { membershipId })),
    orNotFound(sessionsOfPerson.run(ctx, { membershipId })),
    getTranslations('people'),
    getFormatter(),
  ])
  const { slug } = ctx.school
  const state = personState(person)
  const isOwn = membershipId === membershipIdOf(ctx)
  return (
    <ClientMessages namespaces={['people', 'account']}>
      <SettingsHeader
        ctx={ctx}
        title={person.name}
        figure={<Avatar name={person.name} />}
        state={person.email}
        badge={<StatusBadge tone={personTones[state]}>{t(`state.${state}`)}</StatusBadge>}
        under={[{ label: t('title'), href: `/${slug}/settings/people` }]}
        menu={await historyMenu(ctx, 'membership', membershipId)}
      />
      <div className="grid max-w-3xl gap-8">
        <Section title={t('roles')} intro={t('rolesEndSessions')}>
          <RolesForm key={person.version} slug={slug} person={person} />
        </Section>
        <Section title={t('access')}>
          <AccessPanel slug={slug} person={person} isOwn={isOwn} />
        </Section>
        <Section title={t('secondFactor')}>
          <FactorPanel slug={slug} person={person} isOwn={isOwn} />
        </Section>
        <Section title={t('sessions')} bare>
          <PersonSessions
            slug={slug}
            membershipId={membershipId}
            isOwn={isOwn}
            sessions={sessions.items.map((session) => ({
              ...session,
              seen: format.relativeTime(new Date(session.lastSeenAt)),
              since: format.dateTime(new Date(session.createdAt), 'moment'),
            }))}
          />
        </Section>
      </div>
    </ClientMessages>
  )
}
