import { ListChecks } from 'lucide-react'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { jobTones } from '@/components/jobs/job-tones'
import { RefreshWhile } from '@/components/jobs/refresh-while'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar } from '@/components/layout/filter-bar'
import { nextHref, only, type SearchParams } from '@/components/layout/search-params'
import { Pagination } from '@/components/ui/pagination'
import { listJobs } from '@/lib/domain/jobs/queries'
import { jobState } from '@/lib/domain/jobs/rules'
import { jobStatuses } from '@/lib/domain/jobs/schema'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { SettingsHeader } from '../_components/settings-header'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('jobs'))('title') }
}

type Props = { params: Promise<{ school: string }>; searchParams: SearchParams }

export default async function JobsPage({ params, searchParams }: Props) {
  const [ctx, wanted] = await Promise.all([pageContext(params), only(searchParams, ['status', 'cursor'] as const)])
  const [page, t, format] = await Promise.all([
    orNotFound(listJobs.run(ctx, wanted)),
    getTranslations('jobs'),
    getFormatter(),
  ])
  const { cursor: _, ...filters } = wanted
  const path = `/${ctx.school.slug}/settings/jobs`
  const filtered = Object.keys(filters).length > 0
  return (
    <>
      <SettingsHeader
        ctx={ctx}
        title={t('title')}
        state={t('text')}
        file={page.items.length > 0 ? `${path}/export?${new URLSearchParams(filters)}` : undefined}
      />
      <RefreshWhile running={page.items.some(({ status }) => status === 'queued' || status === 'running')} />
      <FilterBar
        path={path}
        params={filters}
        filters={[
          {
            name: 'status',
            label: t('state'),
            options: jobStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
          },
        ]}
      />
      {page.items.length === 0 ? (
        <EmptyState icon={<ListChecks aria-hidden="true" />} title={filtered ? t('noneFound') : t('emptyTitle')}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('title')}
          columns={[
            { key: 'title', header: t('job'), sub: 'by' },
            { key: 'status', header: t('state'), kind: 'badge' },
            { key: 'progress', header: t('progress'), kind: 'number' },
            { key: 'at', header: t('created'), muted: true },
          ]}
          rows={page.items.map((job) => {
            const state = jobState(job)
            return {
              id: job.id,
              href: `${path}/${job.id}`,
              cells: {
                title: job.title,
                by: job.startedBy,
                status: { tone: jobTones[state], text: t(`status.${state}`) },
                progress: job.total > 0 ? t('count', { done: job.done + job.failed, total: job.total }) : '—',
                at: format.dateTime(new Date(job.createdAt), 'moment'),
              },
            }
          })}
        />
      )}
      <Pagination next={nextHref(path, filters, page.nextCursor)} />
    </>
  )
}
