import { Building2 } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar } from '@/components/layout/filter-bar'
import { PageHeader } from '@/components/layout/page-header'
import { nextHref, only, type SearchParams } from '@/components/layout/search-params'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { listSchools } from '@/lib/domain/schools/platform/queries'
import { orNotFound, platformPageContext } from '@/lib/platform/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('schools') }
}

export default async function SchoolsPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, wanted] = await Promise.all([
    platformPageContext(),
    only(searchParams, ['q', 'active', 'cursor'] as const),
  ])
  const [page, t, school] = await Promise.all([
    orNotFound(listSchools.run(ctx, wanted)),
    getTranslations('admin'),
    getTranslations('schools'),
  ])
  const { cursor: _, ...filters } = wanted
  const filtered = Object.keys(filters).length > 0
  const open = (
    <LinkButton href="/admin/schools/new" variant="primary">
      {t('open')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('schools')} state={t('count', { count: page.total })} action={open} />
      <FilterBar
        path="/admin"
        params={filters}
        search={{ name: 'q', label: t('search') }}
        filters={[
          {
            name: 'active',
            label: t('state'),
            options: [
              { value: 'true', label: t('active') },
              { value: 'false', label: t('inactive') },
            ],
          },
        ]}
      />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<Building2 aria-hidden="true" />}
          title={filtered ? t('noneFound') : t('emptyTitle')}
          action={!filtered && open}
        >
          {filtered ? t('noneFoundText') : t('emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('schools')}
          columns={[
            { key: 'name', header: t('name'), sub: 'slug' },
            { key: 'city', header: t('city') },
            { key: 'kind', header: t('kind'), phone: 'hide' },
            { key: 'students', header: t('students'), kind: 'number' },
            { key: 'people', header: t('people'), kind: 'number', phone: 'hide' },
            { key: 'open', header: t('openEnrollments'), kind: 'number', phone: 'hide' },
            { key: 'state', header: t('state'), kind: 'badge' },
          ]}
          rows={page.items.map((row) => ({
            id: row.id,
            href: `/admin/schools/${row.id}`,
            cells: {
              name: row.name,
              slug: `/${row.slug}`,
              city: row.city,
              kind: `${school(`sector.${row.sector}`)} · ${row.calendar}`,
              students: row.students,
              people: row.people,
              open: row.open,
              state: row.isActive ? { tone: 'ok', text: t('active') } : { tone: 'neutral', text: t('inactive') },
            },
          }))}
        />
      )}
      <Pagination next={nextHref('/admin', filters, page.nextCursor)} />
    </>
  )
}
