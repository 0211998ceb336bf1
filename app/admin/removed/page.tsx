import { Archive } from 'lucide-react'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { StatusBadge } from '@/components/ui/badge'
import { Table } from '@/components/ui/table'
import { listPurges } from '@/lib/domain/schools/removal/queries'
import { orNotFound, platformPageContext } from '@/lib/platform/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('removed') }
}

const tones = { waiting: 'warning', running: 'info', done: 'neutral', cancelled: 'ok' } as const

export default async function RemovedPage() {
  const ctx = await platformPageContext()
  const [{ items }, t, format] = await Promise.all([
    orNotFound(listPurges.run(ctx, {})),
    getTranslations('admin'),
    getFormatter(),
  ])
  const moment = (at: string) => format.dateTime(new Date(at), 'moment')
  const gone = ({ objects = 0, ...rows }: Record<string, number>) =>
    t('rowsGone', { objects, rows: Object.values(rows).reduce((sum, n) => sum + n, 0) })
  return (
    <>
      <PageHeader
        title={t('removed')}
        state={t('removedText')}
        crumbs={[{ label: t('schools'), href: '/admin' }]}
        file={items.length > 0 ? '/admin/removed/export' : undefined}
      />
      {items.length === 0 ? (
        <EmptyState icon={<Archive aria-hidden="true" />} title={t('removedNone')}>
          {t('removedNoneText')}
        </EmptyState>
      ) : (
        <Table caption={t('removed')} stack>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('askedBy')}</th>
              <th scope="col">{t('runs')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((purge) => (
              <tr key={purge.id}>
                <th scope="row">
                  {purge.status === 'waiting' ? (
                    <a className="link" href={`/admin/schools/${purge.schoolId}/life`}>
                      {purge.name}
                    </a>
                  ) : (
                    purge.name
                  )}
                  <span className="block text-sm font-normal whitespace-normal text-muted">{purge.reason}</span>
                </th>
                <td data-label={t('state')}>
                  <StatusBadge tone={tones[purge.status]}>{t(`purgeState.${purge.status}`)}</StatusBadge>
                  {purge.status === 'done' && <span className="block text-sm text-muted">{gone(purge.report)}</span>}
                </td>
                <td data-label={t('askedBy')}>
                  {purge.requestedBy}
                  <span className="block text-sm text-muted">{moment(purge.requestedAt)}</span>
                </td>
                <td data-label={t('runs')}>{moment(purge.finishedAt ?? purge.runAfter)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  )
}
