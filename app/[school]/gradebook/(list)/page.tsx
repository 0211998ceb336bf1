import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PeriodChoice } from '@/components/gradebook/period-choice'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar } from '@/components/layout/filter-bar'
import { PageHeader } from '@/components/layout/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { listCourses } from '@/lib/domain/gradebook/courses/queries'
import { sharePhrases } from '@/lib/domain/gradebook/phrases/policy'
import { handingStatuses } from '@/lib/domain/gradebook/scores/schema'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { courseColumns, courseRow } from '../_list/rows'

type Page = PageProps<'/[school]/gradebook'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gradebook'))('title') }
}

const text = (value: string | string[] | undefined) => (typeof value === 'string' && value ? value : undefined)

export default async function GradebookPage({ params, searchParams }: Page) {
  const [ctx, asked] = await Promise.all([pageContext(params), searchParams])
  const wide = can(ctx.permissions, 'read:grades')
  const filter = {
    ...(text(asked.period) ? { periodId: text(asked.period) } : {}),
    ...(text(asked.group) ? { classGroupId: text(asked.group) } : {}),
    ...(text(asked.teacher) ? { teacherId: text(asked.teacher) } : {}),
    ...(text(asked.handing) ? { handing: text(asked.handing) } : {}),
  }
  const [list, t, words, grades, locale] = await Promise.all([
    orNotFound(listCourses.run(ctx, filter)),
    getTranslations('gradebook'),
    getTranslations('words'),
    getTranslations('grades'),
    getLocale(),
  ])
  const { items, period, year, periods } = list
  const path = `/${ctx.school.slug}/gradebook`
  const query = period ? `?period=${period.id}` : ''
  const narrowed = Boolean(asked.group || asked.teacher || asked.handing)
  const done = items.filter(({ handing }) => handing === 'submitted').length
  return (
    <>
      <PageHeader
        title={t(wide ? 'title' : 'titleOwn')}
        state={[
          year && t('state.year', { year: year.name }),
          period && `${period.name} ${t(`periodStatus.${period.status as 'open'}`)}`,
          items.length > 0 && t('list.done', { done, count: items.length }),
        ]
          .filter(Boolean)
          .join(' · ')}
        crumbs={[{ label: ctx.school.name, href: `/${ctx.school.slug}` }]}
        action={list.directed.map(({ id, name }) => (
          <LinkButton key={id} href={`${path}/director/${id}${query}`}>
            {t('director.link', { group: name })}
          </LinkButton>
        ))}
        menu={can(ctx.permissions, sharePhrases) ? [{ label: words('school.title'), href: `${path}/phrases` }] : []}
      />
      <div className="mb-4">
        <PeriodChoice
          label={t('period')}
          periods={periods.map(({ id, name, status }) => ({
            href: `${path}?period=${id}`,
            label: name,
            current: id === period?.id,
            muted: status === 'draft',
          }))}
        />
      </div>
      {wide && (
        <FilterBar
          path={path}
          params={{
            period: text(asked.period),
            group: text(asked.group),
            teacher: text(asked.teacher),
            handing: text(asked.handing),
          }}
          keep={['period']}
          filters={[
            {
              name: 'group',
              label: t('list.group'),
              options: list.groups.map(({ id, name }) => ({ value: id, label: name })),
            },
            {
              name: 'teacher',
              label: t('list.teachers'),
              options: list.teachers.map(({ id, name }) => ({ value: id, label: name })),
            },
            {
              name: 'handing',
              label: t('list.handing'),
              options: handingStatuses.map((status) => ({ value: status, label: t(`handing.${status}`) })),
            },
          ]}
        />
      )}
      {items.length > 0 ? (
        <DataTable
          label={t('title')}
          columns={courseColumns(t, wide)}
          rows={items.map((item) => courseRow(item, t, grades, path, query, locale.startsWith('es')))}
        />
      ) : (
        <EmptyState title={t(narrowed ? 'empty.filterTitle' : 'empty.coursesTitle')}>
          {t(narrowed ? 'empty.filterText' : wide ? 'empty.coursesText' : 'empty.ownCoursesText')}
        </EmptyState>
      )}
    </>
  )
}
