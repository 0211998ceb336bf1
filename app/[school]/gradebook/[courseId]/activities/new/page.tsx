import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import type { StageRules } from '@/lib/domain/evaluation/schema'
import { readGrid } from '@/lib/domain/gradebook/scores/queries'
import { orNotFound } from '@/lib/platform/page'
import { today } from '@/lib/shared/dates'
import { createActivityAction } from '../../../actions'
import { CourseHeader } from '../../_parts/course-header'
import { courseAsked } from '../../_parts/course-page'
import { ActivityForm } from '../_parts/activity-form'

type Page = PageProps<'/[school]/gradebook/[courseId]/activities/new'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gradebook'))('activity.new') }
}

/** What is left of the hundred percent, for the next activity to start from. */
const rest = (weights: readonly { weight: string }[]): string => {
  const left = 100 - weights.reduce((sum, { weight }) => sum + Number(weight), 0)
  return left > 0 ? String(Number(left.toFixed(2))) : '0'
}

export default async function NewActivityPage(given: Page) {
  const { ctx, courseId, periodId } = await courseAsked(given)
  const [{ course, rules, activities, categories }, t] = await Promise.all([
    orNotFound(readGrid.run(ctx, { courseId, ...(periodId ? { periodId } : {}) })),
    getTranslations('gradebook'),
  ])
  if (!course.writes || !course.period) notFound()
  const back = `/${ctx.school.slug}/gradebook/${courseId}?period=${course.period.id}`
  const weighed = (rules as StageRules).activities.by === 'weights'
  return (
    <>
      <CourseHeader ctx={ctx} course={course} view="activities" below={t('activity.new')} />
      <ClientMessages namespaces={['activityForms']}>
        <div className="form-width">
          <ActivityForm
            school={ctx.school.slug}
            action={createActivityAction}
            about={{ courseId, periodId: course.period.id }}
            initial={{
              title: '',
              type: 'task',
              weight: weighed ? rest(activities) : '0',
              categoryId: '',
              assignedOn: today(),
              dueOn: '',
              description: '',
            }}
            categories={categories}
            submit={t('activity.create')}
            back={back}
          />
        </div>
      </ClientMessages>
    </>
  )
}
