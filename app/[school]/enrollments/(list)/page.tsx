import { Plus, UserPlus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RemindButton } from '@/components/families/remind-button'
import { ClientMessages } from '@/components/layout/client-messages'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar } from '@/components/layout/filter-bar'
import { PageHeader } from '@/components/layout/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { Tabs } from '@/components/ui/tabs'
import { listEnrollments } from '@/lib/domain/enrollments/queries'
import { listStudentFacets } from '@/lib/domain/students/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { enrollmentStatuses } from '@/lib/shared/enrollment-status'
import { readPlace } from '@/lib/shared/keyset'
import { remindAction } from '../../review/actions'
import { filtersOf } from '../_list/filters'
import { NoOpenYear } from '../_list/no-open-year'
import { filterOf, listHref, singleParams } from '../_list/params'
import { RemindSelected } from '../_list/remind-selected'
import { tableOf } from '../_list/rows'

/** The reminder goes to whom the list shows: it knows these filters and no others. */
const remindable = (filter: Record<string, string>) =>
  filter.missing === 'true' &&
  Object.keys(filter).every((name) => ['missing', 'yearId', 'gradeLevel', 'groupCode'].includes(name))

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrollments'))('page.title') }
}

export default async function EnrollmentsPage({ params, searchParams }: PageProps<'/[school]/enrollments'>) {
  const ctx = await pageContext(params)
  const search = singleParams(await searchParams)
  const filter = filterOf(search)
  // A place that an old link or a typing hand left behind is passed over, like a filter.
  const cursor = search.cursor && readPlace(search.cursor) ? search.cursor : undefined
  const [t, page, facets] = await Promise.all([
    getTranslations('enrollments'),
    orNotFound(listEnrollments.run(ctx, { ...filter, ...(cursor ? { cursor } : {}) })),
    orNotFound(listStudentFacets.run(ctx, filter.yearId ? { yearId: filter.yearId } : {})),
  ])
  const home = `/${ctx.school.slug}`
  const path = `${home}/enrollments`
  const open = facets.years.filter(({ status }) => status === 'planning' || status === 'active')
  const listed = filter.yearId ? facets.years.filter(({ id }) => id === filter.yearId) : filter.years ? [] : open
  const writes = can(ctx.permissions, 'write:enrollment')
  const everything = Object.values(page.byStatus).reduce((sum, count) => sum + count, 0)
  const narrowed = Object.keys(filter).length > 0
  const [filters, table] = await Promise.all([
    filtersOf(facets, filter.gradeLevel),
    tableOf(page.items, path, listed.length !== 1),
  ])
  const tab = (status: string | null) => listHref(path, search, { status })
  const to = (position: string | null) => position && listHref(path, search, { cursor: position })
  return (
    <>
      <PageHeader
        title={t('page.title')}
        crumbs={[{ label: ctx.school.name, href: home }]}
        state={[
          listed.length > 0 || !filter.years
            ? t('page.openYears', { count: listed.length, years: listed.map(({ name }) => name).join(', ') })
            : t('page.everyYear'),
          t('page.count', { total: page.total }),
        ].join(' · ')}
        action={
          writes && open.length > 0 ? (
            <>
              {page.total > 0 && remindable(filter) && (
                <ClientMessages namespaces={['families']}>
                  <RemindButton
                    school={ctx.school.slug}
                    whom={{
                      ...(filter.yearId ? { yearId: filter.yearId } : {}),
                      ...(filter.gradeLevel ? { gradeLevel: filter.gradeLevel } : {}),
                      ...(filter.groupCode ? { groupCode: filter.groupCode } : {}),
                    }}
                    action={remindAction}
                  />
                </ClientMessages>
              )}
              <LinkButton href={`${path}/new`} variant="primary" icon={<Plus aria-hidden="true" />}>
                {t('page.new')}
              </LinkButton>
            </>
          ) : undefined
        }
        file={page.total > 0 ? listHref(`${path}/export`, search, {}) : undefined}
      />
      {open.length === 0 && !narrowed && <NoOpenYear ctx={ctx} earlier={facets.years.length > 0} />}
      {(everything > 0 || narrowed) && (
        <>
          <div className="mb-3">
            <Tabs
              label={t('page.states')}
              current={tab(filter.status ?? null)}
              tabs={[
                { href: tab(null), label: t('page.all'), count: everything },
                ...enrollmentStatuses.map((status) => ({
                  href: tab(status),
                  label: t(`status.${status}`),
                  count: page.byStatus[status],
                })),
              ]}
            />
          </div>
          <FilterBar
            path={path}
            params={search}
            search={{ name: 'q', label: t('page.search') }}
            filters={filters}
            keep={['status']}
            count={page.total < page.whole ? t('page.of', { total: page.total, whole: page.whole }) : undefined}
          />
        </>
      )}
      {page.items.length > 0 ? (
        <ClientMessages namespaces={writes ? ['families'] : []}>
          <DataTable
            label={t('page.label')}
            columns={table.columns}
            rows={table.rows}
            bulk={writes && <RemindSelected school={ctx.school.slug} action={remindAction} />}
          />
          <Pagination
            summary={t('page.shown', { from: page.from, to: page.from + page.items.length - 1, total: page.total })}
            previous={to(page.previousCursor)}
            next={to(page.nextCursor)}
          />
        </ClientMessages>
      ) : narrowed ? (
        <EmptyState title={t('page.nothingTitle')} action={<LinkButton href={path}>{t('page.clear')}</LinkButton>}>
          {t('page.nothingText')}
        </EmptyState>
      ) : (
        open.length > 0 && (
          <EmptyState
            icon={<UserPlus aria-hidden="true" />}
            title={t('page.emptyTitle')}
            action={
              writes ? (
                <LinkButton href={`${path}/new`} variant="primary">
                  {t('page.new')}
                </LinkButton>
              ) : undefined
            }
          >
            {t('page.emptyText')}
          </EmptyState>
        )
      )}
    </>
  )
}
