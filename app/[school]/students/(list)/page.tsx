import { Contact, Upload } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { FilterBar } from '@/components/layout/filter-bar'
import { PageHeader } from '@/components/layout/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { listStudentFacets, listStudents } from '@/lib/domain/students/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { studentFilters } from '../_components/filters'
import { filterNames, listHref, listInput, singleParams } from '../_components/list-input'
import { NoStudents } from '../_components/no-students'
import { studentRows } from '../_components/rows'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('students'))('list.title') }
}

export default async function StudentsPage({ params, searchParams }: PageProps<'/[school]/students'>) {
  const [ctx, sent] = await Promise.all([pageContext(params), searchParams])
  const wanted = singleParams(sent)
  const input = listInput(wanted)
  const [page, facets, t, grades, enrollments, guardians] = await Promise.all([
    orNotFound(listStudents.run(ctx, input)),
    orNotFound(listStudentFacets.run(ctx, input.yearId ? { yearId: input.yearId } : {})),
    getTranslations('students'),
    getTranslations('grades'),
    getTranslations('enrollments'),
    getTranslations('guardians'),
  ])
  const { items, total, all, start, year, nextCursor, previousCursor } = page
  const path = `/${ctx.school.slug}/students`
  const filtered = ['q', ...filterNames].some((name) => wanted[name])
  const writes = can(ctx.permissions, 'write:enrollment')
  const words = { t, grades, enrollments }
  return (
    <>
      <PageHeader
        title={t('list.title')}
        state={year ? t('list.state', { year: year.name }) : t('list.noYear')}
        crumbs={[{ label: ctx.school.name, href: `/${ctx.school.slug}` }]}
        action={
          writes ? (
            <LinkButton href={`${path}/new`} variant="primary">
              {t('list.new')}
            </LinkButton>
          ) : undefined
        }
        file={total > 0 ? listHref(`${path}/export`, wanted) : undefined}
        menu={[
          ...(can(ctx.permissions, 'read:students')
            ? [
                {
                  label: guardians('list.export'),
                  href: `/${ctx.school.slug}/guardians/export`,
                  download: true,
                  icon: <Contact aria-hidden="true" />,
                },
              ]
            : []),
          ...(writes
            ? [{ label: t('list.import'), href: `/${ctx.school.slug}/imports`, icon: <Upload aria-hidden="true" /> }]
            : []),
        ]}
      />
      <FilterBar
        path={path}
        params={wanted}
        search={{ name: 'q', label: t('list.search') }}
        filters={studentFilters(facets, wanted, words)}
        count={total === all ? t('list.count', { total }) : t('list.countOf', { shown: total, total: all })}
      />
      {items.length === 0 ? (
        <NoStudents
          school={ctx.school.slug}
          filtered={filtered}
          year={year !== null}
          writes={writes}
          configures={can(ctx.permissions, 'config:institution')}
        />
      ) : (
        <DataTable
          label={t('list.label')}
          columns={[
            { key: 'name', header: t('list.name') },
            { key: 'document', header: t('list.document') },
            { key: 'grade', header: t('list.grade') },
            { key: 'status', header: t('list.status'), kind: 'badge' },
            { key: 'missing', header: t('list.missingShort'), kind: 'number', phone: 'hide' },
          ]}
          rows={studentRows(items, path, words)}
        />
      )}
      {(nextCursor || previousCursor) && (
        <Pagination
          summary={t('list.range', { from: start + 1, to: start + items.length, total })}
          previous={previousCursor && listHref(path, wanted, previousCursor)}
          next={nextCursor && listHref(path, wanted, nextCursor)}
        />
      )}
    </>
  )
}
