import { LifeBuoy } from 'lucide-react'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { VisitTable } from '@/components/schools/visit-table'
import { Callout } from '@/components/ui/callout'
import { Card, Section } from '@/components/ui/card'
import { readSupport } from '@/lib/domain/schools/support/queries'
import { orNotFound, platformPageContext } from '@/lib/platform/page'
import { RunningVisit } from './running-visit'
import { StoppedVisit } from './stopped-visit'
import { SupportForm } from './support-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('support'))('nav') }
}

export default async function SupportPage({ params }: { params: Promise<{ school: string }> }) {
  const [ctx, { school: slug }] = await Promise.all([platformPageContext(), params])
  const [{ school, visits }, t, admin, format] = await Promise.all([
    orNotFound(readSupport.run(ctx, { slug })),
    getTranslations('support'),
    getTranslations('admin'),
    getFormatter(),
  ])
  const mine = visits.find(({ runs, isMine }) => runs && isMine)
  const time = (at: string) => format.dateTime(new Date(at), 'time')
  return (
    <ClientMessages namespaces={['support']}>
      <PageHeader
        title={t('title', { name: school.name })}
        state={t('text')}
        crumbs={[
          { label: admin('schools'), href: '/admin' },
          { label: school.name, href: `/admin/schools/${school.id}` },
        ]}
      />
      <div className="grid max-w-3xl gap-8">
        {!mine && <StoppedVisit visits={visits} />}
        {mine ? (
          <RunningVisit
            schoolId={school.id}
            slug={school.slug}
            grantId={mine.id}
            title={t('runningTitle', { time: time(mine.until) })}
            text={t('runningText', { mode: t(`modes.${mine.mode}`), reason: mine.reason })}
          />
        ) : school.isActive ? (
          <Card>
            <SupportForm schoolId={school.id} />
          </Card>
        ) : (
          <Callout tone="warning" title={t('closedTitle')}>
            {t('closedText')}
          </Callout>
        )}
        <Section title={t('visits')} bare>
          {visits.length === 0 ? (
            <EmptyState icon={<LifeBuoy aria-hidden="true" />} title={t('noVisits')}>
              {t('noVisitsText')}
            </EmptyState>
          ) : (
            <VisitTable caption={t('visits')} visits={visits} />
          )}
        </Section>
      </div>
    </ClientMessages>
  )
}
