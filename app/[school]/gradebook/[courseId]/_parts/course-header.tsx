import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PeriodChoice } from '@/components/gradebook/period-choice'
import { PageHeader } from '@/components/layout/page-header'
import { StatusBadge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Tabs } from '@/components/ui/tabs'
import type { CourseHeading } from '@/lib/domain/gradebook/scores/schema'
import type { SchoolContext } from '@/lib/platform/context'
import { can } from '@/lib/platform/permissions'
import { HandingActions } from './handing-actions'

export type CourseView = 'scores' | 'activities' | 'words' | 'recoveries'

const places: Record<CourseView, string> = {
  scores: '',
  activities: '/activities',
  words: '/words',
  recoveries: '/recoveries',
}

type CourseHeaderProps = {
  ctx: SchoolContext
  course: CourseHeading
  view: CourseView
  /** A page below the view: its own title. */
  below?: string
  action?: ReactNode
  /** Address of the file of what the view lists. */
  file?: string | undefined
  /** What stands beside the periods to choose from: the year as a whole. */
  whole?: { href: string; label: string; current: boolean }
}

/** What the pages of a course have in common: whose it is, which period, how far it is. */
export async function CourseHeader({ ctx, course, view, below, action, file, whole }: CourseHeaderProps) {
  const [t, grades] = await Promise.all([getTranslations('gradebook'), getTranslations('grades')])
  const list = `/${ctx.school.slug}/gradebook`
  const path = `${list}/${course.courseId}`
  const { period, handing } = course
  const query = period ? `?period=${period.id}` : ''
  const name = `${course.subject} · ${course.groupCode}`
  const views = (['scores', 'activities', 'words', 'recoveries'] as const).filter(
    (one) => course.assessment === 'numeric' || one === 'words',
  )
  const hrefOf = (one: CourseView) => path + places[one] + query
  const given = period && handing.status !== 'open'
  return (
    <>
      <PageHeader
        title={below ?? name}
        badge={
          given && (
            <StatusBadge tone={handing.status === 'submitted' ? 'ok' : 'warning'}>
              {t(`handing.${handing.status}`)}
            </StatusBadge>
          )
        }
        state={[
          below ? name : grades(`label.${course.gradeLevel as '6'}`),
          t('state.year', { year: course.year }),
          period && `${period.name} ${t(`periodStatus.${period.status as 'open'}`)}`,
          course.teachers || t('state.noTeacher'),
        ]
          .filter(Boolean)
          .join(' · ')}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('title'), href: list + query },
          ...(below ? [{ label: name, href: hrefOf(view) }] : []),
        ]}
        file={file}
        action={
          <>
            {action}
            {period && !below && (
              <HandingActions
                school={ctx.school.slug}
                courseId={course.courseId}
                periodId={period.id}
                mayHandIn={course.writes && handing.status !== 'submitted'}
                mayGiveBack={
                  handing.status === 'submitted' && period.status === 'open' && can(ctx.permissions, 'read:grades')
                }
                texts={{
                  handIn: t('handing.handIn'),
                  handInText: t('handing.handInText', { course: name, period: period.name }),
                  handedIn: t('handing.done'),
                  giveBack: t('handing.giveBack'),
                  giveBackText: t('handing.giveBackText', { course: name }),
                  givenBack: t('handing.givenBack'),
                  note: t('handing.note'),
                }}
              />
            )}
          </>
        }
      />
      {handing.status === 'returned' && (
        <Callout tone="warning" title={t('handing.returnedTitle')} className="mb-4">
          {handing.note}
        </Callout>
      )}
      {!below && (
        <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
          {views.length > 1 && (
            <Tabs
              label={t('views')}
              current={hrefOf(view)}
              tabs={views.map((one) => ({ href: hrefOf(one), label: t(`view.${one}`) }))}
            />
          )}
          <PeriodChoice
            label={t('period')}
            periods={[
              ...course.periods.map(({ id, name: label, status }) => ({
                href: `${path}${places[view]}?period=${id}`,
                label,
                current: id === period?.id && !whole?.current,
                muted: status === 'draft',
              })),
              ...(whole ? [{ ...whole, muted: false }] : []),
            ]}
          />
        </div>
      )}
    </>
  )
}
