import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import type { GridData } from '@/components/gradebook/grid/grid-data'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { type NationalLevel, nationalLevels, type StageRules } from '@/lib/domain/evaluation/schema'
import { readGrid } from '@/lib/domain/gradebook/scores/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound } from '@/lib/platform/page'
import { CourseHeader } from './_parts/course-header'
import { courseAsked } from './_parts/course-page'
import { TracedGrid } from './_parts/traced-grid'
import { WeightNote } from './_parts/weight-note'

type Page = PageProps<'/[school]/gradebook/[courseId]'>

/** The title and the page read the same grid once. */
const gridOf = cache((ctx: SchoolContext, courseId: string, periodId: string | undefined) =>
  orNotFound(readGrid.run(ctx, { courseId, ...(periodId ? { periodId } : {}) })),
)

export async function generateMetadata(given: Page): Promise<Metadata> {
  const { ctx, courseId, periodId } = await courseAsked(given)
  const { course } = await gridOf(ctx, courseId, periodId)
  return { title: `${course.subject} · ${course.groupCode}` }
}

export default async function GridPage(given: Page) {
  const { ctx, courseId, periodId } = await courseAsked(given)
  const [{ course, rules, activities, categories, students }, t, evaluation] = await Promise.all([
    gridOf(ctx, courseId, periodId),
    getTranslations('gradebook'),
    getTranslations('evaluation'),
  ])
  const home = `/${ctx.school.slug}`
  const path = `${home}/gradebook/${courseId}`
  const query = course.period ? `?period=${course.period.id}` : ''
  if (course.assessment === 'descriptive') redirect(`${path}/words${query}`)
  const header = (
    <CourseHeader
      ctx={ctx}
      course={course}
      view="scores"
      action={
        course.writes && (
          <>
            {activities.length > 0 && (
              <LinkButton
                href={`${home}/imports/new?kind=scores&course=${courseId}&period=${course.period?.id ?? ''}`}
                variant="ghost"
              >
                {t('list.import')}
              </LinkButton>
            )}
            <LinkButton href={`${path}/activities/new${query}`}>{t('activity.new')}</LinkButton>
          </>
        )
      }
    />
  )
  if (!course.period)
    return (
      <>
        {header}
        <EmptyState title={t('empty.periodTitle')}>{t('empty.periodText')}</EmptyState>
      </>
    )
  if (students.length === 0)
    return (
      <>
        {header}
        <EmptyState title={t('empty.studentsTitle')}>{t('empty.studentsText')}</EmptyState>
      </>
    )
  if (activities.length === 0)
    return (
      <>
        {header}
        <EmptyState
          title={t('empty.activitiesTitle')}
          action={
            course.writes && (
              <LinkButton href={`${path}/activities/new${query}`} variant="primary">
                {t('activity.new')}
              </LinkButton>
            )
          }
        >
          {t(course.writes ? 'empty.activitiesText' : 'empty.activitiesReadText')}
        </EmptyState>
      </>
    )
  const data: GridData = {
    course: { courseId, periodId: course.period.id },
    rules: rules as StageRules,
    writes: course.writes,
    activities: activities.map(({ id, title, weight, categoryId, dueOn }) => ({
      id,
      title,
      weight,
      categoryId,
      dueOn,
    })),
    categories,
    students,
    levels: Object.fromEntries(nationalLevels.map((level) => [level, evaluation(`level.${level}`)])) as Record<
      NationalLevel,
      string
    >,
    paths: { activities: `${path}/activities`, students: `${home}/students` },
  }
  return (
    <>
      {header}
      <WeightNote
        rules={data.rules}
        activities={activities}
        categories={categories}
        href={`${path}/activities${query}`}
      />
      <ClientMessages namespaces={['scoreGrid', 'explanation']}>
        <TracedGrid packed={JSON.stringify(data)} key={`${courseId}:${course.period.id}`} />
      </ClientMessages>
    </>
  )
}
