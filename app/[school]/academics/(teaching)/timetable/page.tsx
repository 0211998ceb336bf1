import { CalendarDays } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { WeekTable } from '@/components/academics/week-table'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { listCourses } from '@/lib/domain/academics/courses/queries'
import { teaches } from '@/lib/domain/academics/policy'
import { daysOfWeek, listClashes, readWeek } from '@/lib/domain/academics/timetable/queries'
import { userIdOf } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { showDay, today } from '@/lib/shared/dates'
import { gradeOrder } from '@/lib/shared/grades'
import { isUuid } from '@/lib/shared/ids'
import { AcademicsHeader } from '../../_shell/header'
import { NoYear } from '../../_shell/no-year'
import { chosenYear, isOpen, type YearPage } from '../../_shell/years'
import { ClashNotice } from '../../_teaching/clash-notice'
import { TimetableChoice } from '../../_teaching/timetable-choice'
import { WeekEditor } from '../../_teaching/week-editor'
import { weekWords } from '../../_teaching/week-words'

type Given = { year?: string | string[]; group?: string | string[]; teacher?: string | string[] }
type Page = { params: YearPage['params']; searchParams: Promise<Given> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('timetable'))('title') }
}

const idOf = (value: string | string[] | undefined) => (typeof value === 'string' && isUuid(value) ? value : undefined)

export default async function TimetablePage({ params, searchParams }: Page) {
  const [ctx, sent] = await Promise.all([pageContext(params), searchParams])
  const configures = can(ctx.permissions, 'config:institution')
  const own = teaches(ctx, 'read:students')
  const [chosen, t] = await Promise.all([chosenYear(ctx, sent.year), getTranslations('timetable')])
  const { year } = chosen
  const classGroupId = idOf(sent.group)
  const teacherId = classGroupId ? undefined : (idOf(sent.teacher) ?? (own ? (userIdOf(ctx) ?? undefined) : undefined))
  const now = today()
  const day = year && (now < year.startsOn ? year.startsOn : now > year.endsOn ? year.endsOn : now)
  const asked: Record<string, string> | null = classGroupId ? { classGroupId } : teacherId ? { teacherId } : null
  const [list, week, clashes] = await Promise.all([
    year ? orNotFound(listCourses.run(ctx, { yearId: year.id })) : null,
    day && asked ? orNotFound(readWeek.run(ctx, { ...asked, day })) : null,
    year && configures ? orNotFound(listClashes.run(ctx, { yearId: year.id })) : null,
  ])
  const courses = list?.items ?? []
  const groups = new Map(courses.map((course) => [course.classGroupId, course]))
  const teachers = new Map(
    courses.flatMap((course) =>
      course.teachers.flatMap((one) => (one.teacherId ? [[one.teacherId, one.name ?? '']] : [])),
    ) as [string, string][],
  )
  const choices = [...groups.values()]
    .toSorted((a, b) => gradeOrder(a.gradeLevel) - gradeOrder(b.gradeLevel) || a.groupCode.localeCompare(b.groupCode))
    .map((course) => ({ value: course.classGroupId, label: course.groupCode }))
  const here = courses.filter((course) => course.classGroupId === classGroupId)
  const name = (classGroupId ? groups.get(classGroupId)?.groupCode : teacherId && teachers.get(teacherId)) || null
  const path = `/${ctx.school.slug}/academics/timetable`
  const label = name ? t('titleOf', { name }) : t('title')
  const [from, , , , , , to] = daysOfWeek(day ?? now)
  const planned = (id: string) => week?.items.filter(({ courseOfferingId }) => courseOfferingId === id).length ?? 0
  const shown = weekWords(week?.items ?? [], classGroupId ? 'group' : 'teacher', `/${ctx.school.slug}`)
  return (
    <>
      <AcademicsHeader
        ctx={ctx}
        tab="timetable"
        chosen={chosen}
        title={label}
        state={week && from && to && t('state', { from: showDay(from), to: showDay(to) })}
        file={
          week && asked && week.items.length > 0
            ? `${path}/export?${new URLSearchParams({ ...asked, day: week.day })}`
            : undefined
        }
      />
      {!year && <NoYear ctx={ctx} />}
      {year && (
        <>
          {choices.length > 0 && (
            <TimetableChoice
              path={path}
              groups={choices}
              teachers={
                own
                  ? []
                  : [...teachers]
                      .map(([value, who]) => ({ value, label: who }))
                      .toSorted((a, b) => a.label.localeCompare(b.label, 'es'))
              }
              group={classGroupId ?? ''}
              teacher={teacherId ?? ''}
              year={chosen.isDefault ? null : year.id}
            />
          )}
          {clashes && <ClashNotice clashes={clashes.items} path={path} />}
          <ClientMessages namespaces={['timetable']}>
            {!week ? (
              <EmptyState
                icon={<CalendarDays aria-hidden="true" />}
                title={t(choices.length > 0 ? 'chooseTitle' : 'noGroupsTitle')}
                action={choices.map(({ value, label: code }) => (
                  <LinkButton
                    key={value}
                    size="sm"
                    href={`${path}?group=${value}${chosen.isDefault ? '' : `&year=${year.id}`}`}
                  >
                    {code}
                  </LinkButton>
                ))}
              >
                {t(choices.length > 0 ? 'chooseText' : 'noGroupsText')}
              </EmptyState>
            ) : classGroupId && configures && isOpen(year) ? (
              <WeekEditor
                school={ctx.school.slug}
                label={label}
                lessons={week.items}
                shown={shown}
                courses={here.map(({ id, subject, weeklyHours }) => ({
                  value: id,
                  label: t('courseLeft', { course: subject, planned: planned(id), hours: weeklyHours }),
                }))}
                first={now > year.startsOn && now <= year.endsOn ? now : year.startsOn}
                span={{ min: year.startsOn, max: year.endsOn }}
              />
            ) : week.items.length === 0 ? (
              <EmptyState icon={<CalendarDays aria-hidden="true" />} title={t('emptyTitle')}>
                {t('emptyStaff')}
              </EmptyState>
            ) : (
              <WeekTable label={label} lessons={shown} />
            )}
          </ClientMessages>
        </>
      )}
    </>
  )
}
