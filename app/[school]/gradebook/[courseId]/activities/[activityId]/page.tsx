import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ClientMessages } from '@/components/layout/client-messages'
import { Card, Section } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { readActivity } from '@/lib/domain/gradebook/activities/queries'
import { readGrid } from '@/lib/domain/gradebook/scores/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { formatDay } from '@/lib/shared/dates'
import { updateActivityAction } from '../../../actions'
import { CourseHeader } from '../../_parts/course-header'
import { ActivityFiles } from '../_parts/activity-files'
import { ActivityForm } from '../_parts/activity-form'
import { RemoveActivity } from '../_parts/remove-activity'

type Page = PageProps<'/[school]/gradebook/[courseId]/activities/[activityId]'>

const activityOf = cache((ctx: SchoolContext, activityId: string) => orNotFound(readActivity.run(ctx, { activityId })))

export async function generateMetadata({ params }: Page): Promise<Metadata> {
  const [ctx, { activityId }] = await Promise.all([pageContext(params), params])
  return { title: (await activityOf(ctx, activityId)).title }
}

export default async function ActivityPage({ params }: Page) {
  const [ctx, { courseId, activityId }] = await Promise.all([pageContext(params), params])
  const [activity, t, locale] = await Promise.all([
    activityOf(ctx, activityId),
    getTranslations('gradebook'),
    getLocale(),
  ])
  const { course, categories } = await orNotFound(readGrid.run(ctx, { courseId, periodId: activity.periodId }))
  const comma = locale.startsWith('es')
  const number = (text: string | null) => (text === null ? '–' : comma ? text.replace('.', ',') : text)
  const path = `/${ctx.school.slug}/gradebook/${courseId}`
  const { counts, unmarked } = activity
  const marked = counts.students - unmarked.length
  const day = (text: string | null) => (text ? formatDay(text, comma ? 'es' : 'en', 'long') : '–')
  return (
    <>
      <CourseHeader
        ctx={ctx}
        course={course}
        view="activities"
        below={activity.title}
        action={
          course.writes && (
            <RemoveActivity
              school={ctx.school.slug}
              activityId={activityId}
              back={`${path}/activities?period=${activity.periodId}`}
              texts={{
                remove: t('activity.remove'),
                ask: t('activity.removeAsk', { title: activity.title }),
                removed: t('activity.removed'),
              }}
            />
          )
        }
      />
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid content-start gap-6">
          {course.writes ? (
            <ClientMessages namespaces={['activityForms']}>
              <Card>
                <ActivityForm
                  school={ctx.school.slug}
                  action={updateActivityAction}
                  about={{ activityId }}
                  initial={{
                    version: activity.version,
                    title: activity.title,
                    type: activity.type,
                    weight: number(activity.weight),
                    categoryId: activity.categoryId ?? '',
                    assignedOn: activity.assignedOn ?? '',
                    dueOn: activity.dueOn ?? '',
                    description: activity.description ?? '',
                  }}
                  categories={categories}
                  submit={t('activity.save')}
                  back={`${path}?period=${activity.periodId}`}
                />
              </Card>
            </ClientMessages>
          ) : (
            <Card>
              <DescriptionList
                items={[
                  { term: t('activity.type'), value: t(`activity.types.${activity.type as 'quiz'}`) },
                  { term: t('activity.weight'), value: `${number(activity.weight)} %` },
                  { term: t('activity.dueOn'), value: day(activity.dueOn) },
                  { term: t('activity.description'), value: activity.description ?? '–' },
                ]}
              />
            </Card>
          )}
          <ClientMessages namespaces={['activityForms', 'documents']}>
            <ActivityFiles
              school={ctx.school.slug}
              activityId={activityId}
              files={activity.files}
              writes={course.writes}
            />
          </ClientMessages>
        </div>
        <div className="grid content-start gap-6">
          <Section title={t('activity.figures')}>
            <DescriptionList
              items={[
                { term: t('activity.marked'), value: t('activity.markedOf', { marked, count: counts.students }) },
                { term: t('activity.mean'), value: number(activity.mean) },
                {
                  term: t('activity.range'),
                  value: activity.lowest === null ? '–' : `${number(activity.lowest)} – ${number(activity.highest)}`,
                },
                { term: t('activity.belowPass'), value: String(counts.belowPass) },
                { term: t('activity.late'), value: String(counts.late) },
                { term: t('activity.notSubmitted'), value: String(counts.notSubmitted) },
                { term: t('activity.excused'), value: String(counts.excused) },
              ]}
            />
          </Section>
          <Section title={t('activity.unmarked', { count: unmarked.length })}>
            {unmarked.length === 0 ? (
              <p className="text-muted">{t('activity.allMarked')}</p>
            ) : (
              <ul className="grid gap-1">
                {unmarked.map(({ enrollmentId, name }) => (
                  <li key={enrollmentId}>{name}</li>
                ))}
              </ul>
            )}
          </Section>
        </div>
      </div>
    </>
  )
}
