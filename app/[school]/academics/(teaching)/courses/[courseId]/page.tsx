import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { listTeachers, readCourse } from '@/lib/domain/academics/courses/queries'
import { readWeek } from '@/lib/domain/academics/timetable/queries'
import { showMinute } from '@/lib/domain/academics/timetable/rules'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { today } from '@/lib/shared/dates'
import { historyMenu } from '../../../../_shell/history-menu'
import { AssignmentList } from '../../../_teaching/assignment-list'
import { CourseForm } from '../../../_teaching/course-form'
import { GiveCourse } from '../../../_teaching/give-course'

type Page = PageProps<'/[school]/academics/courses/[courseId]'>

/** The title and the page read the same course once. */
const courseOf = cache((ctx: SchoolContext, courseOfferingId: string) =>
  orNotFound(readCourse.run(ctx, { courseOfferingId })),
)

export async function generateMetadata({ params }: Page): Promise<Metadata> {
  const [ctx, { courseId }] = await Promise.all([pageContext(params), params])
  const { subject, groupCode } = await courseOf(ctx, courseId)
  return { title: `${subject} ${groupCode}` }
}

export default async function CoursePage({ params }: Page) {
  const [ctx, { courseId }] = await Promise.all([pageContext(params), params])
  const course = await courseOf(ctx, courseId)
  const configures = can(ctx.permissions, 'config:institution')
  const [t, words, structure, week, staff] = await Promise.all([
    getTranslations('courses'),
    getTranslations('timetable'),
    getTranslations('academics'),
    orNotFound(readWeek.run(ctx, { classGroupId: course.classGroupId })),
    configures ? orNotFound(listTeachers.run(ctx, { yearId: course.yearId })) : null,
  ])
  const name = `${course.subject} ${course.groupCode}`
  const home = `/${ctx.school.slug}`
  const lessons = week.items.filter(({ courseOfferingId }) => courseOfferingId === course.id)
  const day = today()
  const span = { min: course.startsOn, max: course.endsOn }
  const first = day < course.startsOn ? course.startsOn : day
  return (
    <>
      <PageHeader
        title={name}
        state={t('summary', { hours: course.weeklyHours, students: course.students })}
        badge={!course.isActive && <Badge tone="warning">{t('inactive')}</Badge>}
        menu={await historyMenu(ctx, 'course', courseId)}
        crumbs={[
          { label: ctx.school.name, href: home },
          { label: structure('title'), href: `${home}/academics` },
          { label: t('title'), href: `${home}/academics/courses?grade=${encodeURIComponent(course.gradeLevel)}` },
        ]}
        action={
          <>
            <LinkButton href={`${home}/attendance/${course.classGroupId}`}>{t('roll')}</LinkButton>
            <LinkButton href={`${home}/gradebook/${course.id}`}>{t('scores')}</LinkButton>
          </>
        }
      />
      <ClientMessages namespaces={['courses']}>
        <div className="grid max-w-[70rem] grid-cols-1 gap-8">
          <Section
            title={t('history')}
            bare
            actions={
              staff &&
              course.isActive && (
                <GiveCourse
                  school={ctx.school.slug}
                  course={{ id: course.id, name }}
                  teachers={staff.items.map(({ id, name: who, weeklyHours }) => ({
                    value: id,
                    label: `${who} · ${t('hours', { hours: weeklyHours })}`,
                  }))}
                  first={first}
                  span={span}
                />
              )
            }
          >
            <AssignmentList
              school={ctx.school.slug}
              history={course.history}
              today={day}
              writes={configures}
              span={span}
            />
          </Section>
          <Section
            title={t('lessons')}
            actions={
              <LinkButton href={`${home}/academics/timetable?group=${course.classGroupId}`} size="sm">
                {t('plan')}
              </LinkButton>
            }
          >
            {lessons.length === 0 ? (
              <p className="text-muted">{t('noLessons')}</p>
            ) : (
              <ul className="grid gap-1">
                {lessons.map(({ id, weekday, startsMinute, endsMinute, room }) => (
                  <li key={id} className="nums">
                    {words(`weekday.${weekday as 1}`)} · {showMinute(startsMinute)}–{showMinute(endsMinute)}
                    {room && ` · ${room}`}
                  </li>
                ))}
              </ul>
            )}
          </Section>
          {configures && (
            <Section title={t('data')}>
              <CourseForm
                school={ctx.school.slug}
                course={{
                  id: course.id,
                  name,
                  version: course.version,
                  weeklyHours: course.weeklyHours,
                  areaWeight: course.areaWeight,
                  position: course.position,
                  isActive: course.isActive,
                }}
              />
            </Section>
          )}
        </div>
      </ClientMessages>
    </>
  )
}
