import { ListChecks } from 'lucide-react'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { jobState, jobTones } from '@/components/jobs/job-tones'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { Section } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { platformJobsOverview } from '@/lib/domain/jobs/platform/queries'
import { orNotFound, platformPageContext } from '@/lib/platform/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('jobs'))('title') }
}

export default async function PlatformJobsPage() {
  const ctx = await platformPageContext()
  const [{ failed, queues }, t, a, format] = await Promise.all([
    orNotFound(platformJobsOverview.run(ctx, {})),
    getTranslations('jobs'),
    getTranslations('admin'),
    getFormatter(),
  ])
  return (
    <>
      <PageHeader title={t('title')} state={a('jobsText')} />
      <div className="grid gap-8">
        <Section title={a('queues')} intro={a('queuesText')} bare>
          <Table caption={a('queues')} className="max-w-3xl">
            <thead>
              <tr>
                <th scope="col">{a('queue')}</th>
                <th scope="col" data-kind="number">
                  {a('waiting')}
                </th>
                <th scope="col" data-kind="number">
                  {a('running')}
                </th>
                <th scope="col" data-kind="number">
                  {a('dead')}
                </th>
              </tr>
            </thead>
            <tbody>
              {queues.map((queue) => (
                <tr key={queue.name}>
                  <th scope="row">{a(`queueNames.${queue.name as 'jobs'}`)}</th>
                  <td data-kind="number">{queue.waiting}</td>
                  <td data-kind="number">{queue.running}</td>
                  <td data-kind="number">{queue.dead}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Section>
        <Section title={a('failedJobs')} bare>
          {failed.length === 0 ? (
            <EmptyState icon={<ListChecks aria-hidden="true" />} title={a('noFailed')}>
              {a('noFailedText')}
            </EmptyState>
          ) : (
            <DataTable
              label={a('failedJobs')}
              columns={[
                { key: 'title', header: t('job'), sub: 'school' },
                { key: 'status', header: t('state'), kind: 'badge' },
                { key: 'why', header: t('lastError') },
                { key: 'at', header: t('created'), muted: true },
              ]}
              rows={failed.map((job) => {
                const state = jobState(job)
                return {
                  id: job.id,
                  href: `/${job.school.slug}/settings/jobs/${job.id}`,
                  cells: {
                    title: job.title,
                    school: job.school.name,
                    status: { tone: jobTones[state], text: t(`status.${state}`) },
                    why: job.lastError ?? a('someFailed', { count: job.failed }),
                    at: format.dateTime(new Date(job.createdAt), 'moment'),
                  },
                }
              })}
            />
          )}
        </Section>
      </div>
    </>
  )
}
