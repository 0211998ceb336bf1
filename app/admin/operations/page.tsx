import { ListChecks } from 'lucide-react'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { jobTones } from '@/components/jobs/job-tones'
import { ClientMessages } from '@/components/layout/client-messages'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { StatusBadge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { platformHealth } from '@/lib/domain/jobs/platform/queries'
import { jobState } from '@/lib/domain/jobs/rules'
import { orNotFound, platformPageContext } from '@/lib/platform/page'
import { HealthSections } from './_components/health-sections'
import { Queues } from './_components/queues'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operations'))('title') }
}

export default async function OperationsPage() {
  const ctx = await platformPageContext()
  const [health, t, jobs, a, format] = await Promise.all([
    orNotFound(platformHealth.run(ctx, {})),
    getTranslations('operations'),
    getTranslations('jobs'),
    getTranslations('admin'),
    getFormatter(),
  ])
  const { failed, attention } = health
  const signs = attention.length
  return (
    <ClientMessages namespaces={['admin', 'operations']}>
      <PageHeader
        title={t('title')}
        state={t('state')}
        file={failed.length > 0 ? '/admin/operations/export' : undefined}
        badge={
          <StatusBadge tone={signs === 0 ? 'ok' : 'warning'}>
            {signs === 0 ? t('fine') : t('attention', { count: signs })}
          </StatusBadge>
        }
      />
      <div className="grid gap-8">
        <Queues queues={health.queues} />
        <HealthSections health={health} />
        <Section title={a('failedJobs')} bare>
          {failed.length === 0 ? (
            <EmptyState icon={<ListChecks aria-hidden="true" />} title={a('noFailed')}>
              {a('noFailedText')}
            </EmptyState>
          ) : (
            <DataTable
              label={a('failedJobs')}
              columns={[
                { key: 'title', header: jobs('job'), sub: 'school' },
                { key: 'status', header: jobs('state'), kind: 'badge' },
                { key: 'why', header: jobs('lastError') },
                { key: 'at', header: jobs('created'), muted: true },
              ]}
              rows={failed.map((job) => {
                const state = jobState(job)
                return {
                  id: job.id,
                  href: `/${job.school.slug}/settings/jobs/${job.id}`,
                  cells: {
                    title: job.title,
                    school: job.school.name,
                    status: { tone: jobTones[state], text: jobs(`status.${state}`) },
                    why: job.lastError ?? a('someFailed', { count: job.failed }),
                    at: format.dateTime(new Date(job.createdAt), 'moment'),
                  },
                }
              })}
            />
          )}
        </Section>
      </div>
    </ClientMessages>
  )
}
