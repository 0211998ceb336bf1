import { FileSpreadsheet } from 'lucide-react'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { RefreshWhile } from '@/components/jobs/refresh-while'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { nextHref, only } from '@/components/layout/search-params'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { listImports } from '@/lib/domain/imports/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { importTones } from '../_components/import-tones'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') }
}

const moving = new Set(['reading', 'running', 'undoing'])

export default async function ImportsPage({ params, searchParams }: PageProps<'/[school]/imports'>) {
  const [ctx, wanted] = await Promise.all([pageContext(params), only(searchParams, ['cursor'] as const)])
  const [{ items, nextCursor }, t, format] = await Promise.all([
    orNotFound(listImports.run(ctx, wanted)),
    getTranslations('imports'),
    getFormatter(),
  ])
  const path = `/${ctx.school.slug}/imports`
  const begin = (
    <LinkButton href={`${path}/new`} variant="primary">
      {t('new')}
    </LinkButton>
  )
  return (
    <>
      <RefreshWhile running={items.some(({ status }) => moving.has(status))} />
      <PageHeader
        title={t('title')}
        state={t('state')}
        crumbs={[{ label: ctx.school.name, href: `/${ctx.school.slug}` }]}
        action={items.length > 0 && begin}
        file={items.length > 0 ? `${path}/export` : undefined}
      />
      {items.length === 0 ? (
        <EmptyState icon={<FileSpreadsheet aria-hidden="true" />} title={t('list.emptyTitle')} action={begin}>
          {t('list.emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('title')}
          columns={[
            { key: 'file', header: t('list.file'), sub: 'kind' },
            { key: 'status', header: t('list.status'), kind: 'badge' },
            { key: 'at', header: t('list.at'), muted: true },
            { key: 'by', header: t('list.by'), muted: true, phone: 'hide' },
          ]}
          rows={items.map(({ id, fileName, kind, status, createdAt, createdBy }) => ({
            id,
            href: `${path}/${id}`,
            cells: {
              file: fileName,
              kind: t(`kind.${kind}`),
              status: { tone: importTones[status], text: t(`status.${status}`) },
              at: format.dateTime(new Date(createdAt), 'moment'),
              by: createdBy,
            },
          }))}
        />
      )}
      <Pagination next={nextHref(path, {}, nextCursor)} />
    </>
  )
}
