import { Building2 } from 'lucide-react'
import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar } from '@/components/layout/filter-bar'
import { PageHeader } from '@/components/layout/page-header'
import { nextHref, only, type SearchParams } from '@/components/layout/search-params'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { listSchools } from '@/lib/domain/schools/platform/queries'
import { listPurges } from '@/lib/domain/schools/removal/queries'
import { orNotFound, platformPageContext } from '@/lib/platform/page'
import { showBytes } from '@/lib/shared/bytes'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('schools') }
}

export default async function SchoolsPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, wanted] = await Promise.all([
    platformPageContext(),
    only(searchParams, ['q', 'active', 'cursor'] as const),
  ])
  const [page, { items: planned }, t, school, format, locale] = await Promise.all([
    orNotFound(listSchools.run(ctx, wanted)),
    listPurges.run(ctx, { status: 'waiting' }),
    getTranslations('admin'),
    getTranslations('schools'),
    getFormatter(),
    getLocale(),
  ])
  const { cursor: _, ...filters } = wanted
  const filtered = Object.keys(filters).length > 0
  const open = (
    <LinkButton href="/admin/schools/new" variant="primary">
      {t('open')}
    </LinkButton>
  )
  const now = new Date()
  return (
    <>
      <PageHeader
        title={t('schools')}
        state={t('count', { count: page.total })}
        action={open}
        file={page.total > 0 ? `/admin/schools/export?${new URLSearchParams(filters)}` : undefined}
      />
      {planned.length > 0 && (
        <Callout tone="danger" className="mb-4" title={t('purgesWaiting', { count: planned.length })}>
          <ul>
            {planned.map((purge) => (
              <li key={purge.id}>
                <a className="link" href={`/admin/schools/${purge.schoolId}/life`}>
                  {t('purgeRunsAt', { name: purge.name, when: format.dateTime(new Date(purge.runAfter), 'moment') })}
                </a>
              </li>
            ))}
          </ul>
        </Callout>
      )}
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
            { key: 'storage', header: t('storage'), kind: 'number', phone: 'hide' },
            { key: 'activity', header: t('lastActivity'), muted: true, phone: 'hide' },
            { key: 'state', header: t('state'), kind: 'badge' },
          ]}
          rows={page.items.map((row) => {
            const counted = row.computedAt !== null
            const activity = row.lastActivityAt
              ? format.relativeTime(new Date(row.lastActivityAt), now)
              : t('noActivity')
            return {
              id: row.id,
              href: `/admin/schools/${row.id}`,
              cells: {
                name: row.name,
                slug: `/${row.slug}`,
                city: row.city,
                kind: `${school(`sector.${row.sector}`)} · ${row.calendar}`,
                students: counted ? row.students : null,
                people: counted ? row.people : null,
                storage: counted ? showBytes(row.storageBytes, locale) : null,
                activity: counted ? activity : t('notCounted'),
                state: row.isActive ? { tone: 'ok', text: t('active') } : { tone: 'neutral', text: t('inactive') },
              },
            }
          })}
        />
      )}
      <Pagination next={nextHref('/admin', filters, page.nextCursor)} />
    </>
  )
}
