import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import type { StageRules } from '@/lib/domain/evaluation/schema'
import { listParallelCourses } from '@/lib/domain/gradebook/activities/queries'
import { readGrid } from '@/lib/domain/gradebook/scores/queries'
import { orNotFound } from '@/lib/platform/page'
import { formatDay } from '@/lib/shared/dates'
import { CourseHeader } from '../_parts/course-header'
import { courseAsked } from '../_parts/course-page'
import { WeightNote } from '../_parts/weight-note'
import { CategoryForm } from './_parts/category-form'
import { CopyActivities } from './_parts/copy-activities'
import { OrderActivities } from './_parts/order-activities'

type Page = PageProps<'/[school]/gradebook/[courseId]/activities'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gradebook'))('view.activities') }
}

export default async function ActivitiesPage(given: Page) {
  const { ctx, courseId, periodId } = await courseAsked(given)
  const [{ course, rules, activities, categories, students }, t, locale] = await Promise.all([
    orNotFound(readGrid.run(ctx, { courseId, ...(periodId ? { periodId } : {}) })),
    getTranslations('gradebook'),
    getLocale(),
  ])
  const path = `/${ctx.school.slug}/gradebook/${courseId}/activities`
  const query = course.period ? `?period=${course.period.id}` : ''
  const at = course.period && course.writes ? { courseId, periodId: course.period.id } : null
  const parallel = at ? (await listParallelCourses.run(ctx, at)).items : []
  const here = students.filter(({ until }) => !until)
  const comma = locale.startsWith('es')
  const marked = (column: number) =>
    here.filter(({ scores }) => scores[column] && scores[column].status !== 'cleared').length
  const stage = rules as StageRules
  return (
    <>
      <CourseHeader
        ctx={ctx}
        course={course}
        view="activities"
        action={at && <LinkButton href={`${path}/new${query}`}>{t('activity.new')}</LinkButton>}
      />
      <WeightNote rules={stage} activities={activities} categories={categories} />
      {activities.length === 0 ? (
        <EmptyState title={t('empty.activitiesTitle')}>
          {t(at ? 'empty.activitiesText' : 'empty.activitiesReadText')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('view.activities')}
          columns={[
            { key: 'title', header: t('activity.title'), sub: 'type' },
            ...(categories.length > 0 ? [{ key: 'category', header: t('activity.category') }] : []),
            { key: 'weight', header: t('activity.weight'), kind: 'number' },
            { key: 'dueOn', header: t('activity.dueOn') },
            { key: 'marked', header: t('activity.marked'), kind: 'number' },
          ]}
          rows={activities.map(({ id, title, type, weight, categoryId, dueOn }, column) => ({
            id,
            href: `${path}/${id}`,
            cells: {
              title,
              type: t(`activity.types.${type as 'quiz'}`),
              category: categories.find((one) => one.id === categoryId)?.name ?? '',
              weight: `${comma ? weight.replace('.', ',') : weight} %`,
              dueOn: dueOn ? formatDay(dueOn, comma ? 'es' : 'en', 'short') : '',
              marked: t('activity.markedOf', { marked: marked(column), count: here.length }),
            },
          }))}
        />
      )}
      {at && (
        <ClientMessages namespaces={['activityForms']}>
          <div className="mt-6 grid gap-6 lg:grid-cols-2">
            <CategoryForm
              school={ctx.school.slug}
              at={at}
              categories={categories}
              used={stage.activities.by === 'categories'}
            />
            <div className="grid content-start gap-6">
              {activities.length > 1 && (
                <OrderActivities
                  school={ctx.school.slug}
                  at={at}
                  activities={activities.map(({ id, title }) => ({ id, title }))}
                />
              )}
              {activities.length > 0 && parallel.length > 0 && (
                <CopyActivities school={ctx.school.slug} at={at} courses={parallel} />
              )}
            </div>
          </div>
        </ClientMessages>
      )}
    </>
  )
}
