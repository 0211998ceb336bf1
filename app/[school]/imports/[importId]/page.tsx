import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { RefreshWhile } from '@/components/jobs/refresh-while'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { only } from '@/components/layout/search-params'
import { StatusBadge } from '@/components/ui/badge'
import { getImport } from '@/lib/domain/imports/queries'
import { listImportRows } from '@/lib/domain/imports/rows/queries'
import { rowFilters } from '@/lib/domain/imports/schema'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { importTones } from '../_components/import-tones'
import { Checked } from './_parts/checked'
import { Finished } from './_parts/finished'
import { Moving } from './_parts/moving'
import { Refused } from './_parts/refused'

const read = cache((ctx: SchoolContext, importId: string) => orNotFound(getImport.run(ctx, { importId })))

export async function generateMetadata({ params }: PageProps<'/[school]/imports/[importId]'>): Promise<Metadata> {
  const [ctx, { importId }] = await Promise.all([pageContext(params), params])
  return { title: (await read(ctx, importId)).fileName }
}

export default async function ImportPage({ params, searchParams }: PageProps<'/[school]/imports/[importId]'>) {
  const [ctx, { importId }, wanted] = await Promise.all([
    pageContext(params),
    params,
    only(searchParams, ['show', 'after'] as const),
  ])
  const [batch, t, format] = await Promise.all([read(ctx, importId), getTranslations('imports'), getFormatter()])
  const { status, counts } = batch
  const chosen = rowFilters.find((filter) => filter === wanted.show)
  const usual =
    status === 'checked'
      ? counts.verdicts.error
        ? 'error'
        : undefined
      : counts.outcomes.stays
        ? 'stays'
        : counts.outcomes.failed
          ? 'failed'
          : undefined
  const show = wanted.show === 'all' ? undefined : (chosen ?? usual)
  const over = status === 'done' || status === 'undone' || status === 'expired'
  const shows = (status === 'checked' || over) && !batch.clearedAt
  const rows = shows
    ? await orNotFound(
        listImportRows.run(ctx, {
          importId,
          limit: 50,
          ...(show ? { show } : {}),
          ...(wanted.after ? { after: wanted.after } : {}),
        }),
      )
    : { items: [], next: null }
  const { slug } = ctx.school
  const at = format.dateTime(new Date(batch.createdAt), 'moment')
  const moving = status === 'reading' || status === 'running' || status === 'undoing'
  const place = batch.target.place ?? (batch.target.year && t('page.year', { year: batch.target.year }))
  return (
    <>
      <RefreshWhile running={moving} />
      <PageHeader
        title={batch.fileName}
        badge={<StatusBadge tone={importTones[status]}>{t(`status.${status}`)}</StatusBadge>}
        state={[t(`kind.${batch.kind}`), place, batch.createdBy ? t('page.by', { name: batch.createdBy, at }) : at]
          .filter(Boolean)
          .join(' · ')}
        crumbs={[
          { label: ctx.school.name, href: `/${slug}` },
          { label: t('title'), href: `/${slug}/imports` },
        ]}
      />
      <ClientMessages namespaces={['imports']}>
        {moving && <Moving slug={slug} batch={batch} />}
        {status === 'refused' && <Refused slug={slug} batch={batch} />}
        {status === 'checked' && <Checked slug={slug} batch={batch} rows={rows} show={show ?? 'all'} />}
        {over && <Finished slug={slug} batch={batch} rows={rows} show={show ?? 'all'} />}
      </ClientMessages>
    </>
  )
}
