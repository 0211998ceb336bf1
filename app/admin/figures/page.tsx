import { ChartNoAxesColumn } from 'lucide-react'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar } from '@/components/layout/filter-bar'
import { PageHeader } from '@/components/layout/page-header'
import { only, type SearchParams } from '@/components/layout/search-params'
import { Callout } from '@/components/ui/callout'
import { readFigures } from '@/lib/domain/schools/figures/queries'
import { orNotFound, platformPageContext } from '@/lib/platform/page'
import { Charts } from './_components/charts'
import { CountNow } from './_components/count-now'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('figures'))('title') }
}

export default async function FiguresPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, wanted] = await Promise.all([platformPageContext(), only(searchParams, ['schoolId'] as const)])
  const [page, t, format] = await Promise.all([
    orNotFound(readFigures.run(ctx, wanted)),
    getTranslations('figures'),
    getFormatter(),
  ])
  const { schools, items, computedAt, isMissing } = page
  const when = computedAt ? format.relativeTime(new Date(computedAt)) : null
  const query = wanted.schoolId ? `?schoolId=${wanted.schoolId}` : ''
  return (
    <ClientMessages namespaces={['figures']}>
      <PageHeader
        title={t('title')}
        state={when ? t('state', { count: items.length, when }) : t('never')}
        action={<CountNow schoolId={wanted.schoolId ?? null} />}
        file={`/admin/figures/export${query}`}
      />
      <FilterBar
        path="/admin/figures"
        params={wanted}
        filters={[
          {
            name: 'schoolId',
            label: t('chooseSchool'),
            options: schools.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
      />
      {computedAt === null ? (
        <EmptyState icon={<ChartNoAxesColumn aria-hidden="true" />} title={t('emptyTitle')}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <>
          {isMissing && (
            <Callout tone="info" className="mb-4">
              {t('someMissing')}
            </Callout>
          )}
          <Charts page={page} />
        </>
      )}
    </ClientMessages>
  )
}
