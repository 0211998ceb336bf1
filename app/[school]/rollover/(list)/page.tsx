import { CalendarSync } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { rolloverStory } from '@/components/rollovers/story'
import { rolloverTones } from '@/components/rollovers/tones'
import { StatusBadge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { listRollovers } from '@/lib/domain/rollovers/queries'
import { listYears, proposeNextYear } from '@/lib/domain/years/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { showDay } from '@/lib/shared/dates'
import { StartForm } from '../_parts/start-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rollovers'))('title') }
}

export default async function RolloversPage({ params }: PageProps<'/[school]/rollover'>) {
  const ctx = await pageContext(params)
  const { slug, name } = ctx.school
  const [{ items }, { items: years }, proposal, t] = await Promise.all([
    orNotFound(listRollovers.run(ctx, {})),
    orNotFound(listYears.run(ctx, {})),
    orNotFound(proposeNextYear.run(ctx, {})),
    getTranslations('rollovers'),
  ])
  const stories = await Promise.all(items.map(rolloverStory))
  const ending = years.filter(({ status }) => status === 'active' || status === 'closed')
  return (
    <ClientMessages namespaces={['rollovers']}>
      <PageHeader title={t('title')} crumbs={[{ label: name, href: `/${slug}` }]} />
      <p className="reading mb-4 text-muted">{t('intro')}</p>
      <div className="grid max-w-3xl gap-6">
        {items.map((one, index) => (
          <section key={one.id} className="card flex flex-wrap items-center justify-between gap-3 p-4">
            <div>
              <h2 className="flex flex-wrap items-center gap-2 text-lg">
                <Link className="link" href={`/${slug}/rollover/${one.id}`}>
                  {t('titleOf', { from: one.fromYear.name, to: one.toYear.name })}
                </Link>
                <StatusBadge tone={rolloverTones[one.status]}>{t(`status.${one.status}`)}</StatusBadge>
              </h2>
              <p className="text-sm text-muted">{stories[index]}</p>
            </div>
          </section>
        ))}
        {ending.length === 0 ? (
          <EmptyState
            icon={<CalendarSync aria-hidden="true" />}
            title={t('emptyTitle')}
            action={<LinkButton href={`/${slug}/settings/years`}>{t('toYears')}</LinkButton>}
          >
            {t('emptyText')}
          </EmptyState>
        ) : (
          <Section title={t('start.title')} intro={t('start.help')}>
            <StartForm
              slug={slug}
              from={ending.map(({ id, name: label, startsOn, status }) => ({ id, label, startsOn, status }))}
              to={years
                .filter(({ status }) => status === 'planning' || status === 'active')
                .map(({ id, name: label, startsOn }) => ({ id, label, startsOn }))}
              create={t('start.create', {
                year: proposal.name,
                from: showDay(proposal.startsOn),
                to: showDay(proposal.endsOn),
              })}
            />
          </Section>
        )}
      </div>
    </ClientMessages>
  )
}
