import { BookOpen } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { listCourses, listTeachers } from '@/lib/domain/academics/courses/queries'
import { teaches } from '@/lib/domain/academics/policy'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { today } from '@/lib/shared/dates'
import { gradeOrder } from '@/lib/shared/grades'
import { gradeName } from '../../../_components/group-name'
import { AcademicsHeader } from '../../../_shell/header'
import { NoYear } from '../../../_shell/no-year'
import { chosenYear, inYear, isOpen, type YearPage } from '../../../_shell/years'
import { AssignTable } from '../../../_teaching/assign-table'
import { CourseList } from '../../../_teaching/course-list'
import { GradeLinks } from '../../../_teaching/grade-links'
import { TeacherLoads } from '../../../_teaching/teacher-loads'

type Page = {
  params: YearPage['params']
  searchParams: Promise<{ year?: string | string[]; grade?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('courses'))('title') }
}

export default async function CoursesPage({ params, searchParams }: Page) {
  const [ctx, { year: wanted, grade }] = await Promise.all([pageContext(params), searchParams])
  const configures = can(ctx.permissions, 'config:institution')
  const [chosen, t, grades] = await Promise.all([
    chosenYear(ctx, wanted),
    getTranslations('courses'),
    getTranslations('grades'),
  ])
  const { year } = chosen
  const [list, staff] = year
    ? await Promise.all([
        orNotFound(listCourses.run(ctx, { yearId: year.id })),
        configures ? orNotFound(listTeachers.run(ctx, { yearId: year.id })) : null,
      ])
    : [null, null]
  const items = list?.items ?? []
  const own = teaches(ctx, 'read:students')
  const levels = [...new Set(items.map(({ gradeLevel }) => gradeLevel))].sort((a, b) => gradeOrder(a) - gradeOrder(b))
  const shown = levels.find((level) => level === grade) ?? levels[0] ?? ''
  const here = own ? items : items.filter(({ gradeLevel }) => gradeLevel === shown)
  const isBare = ({ teachers }: (typeof items)[number]) => !teachers.some(({ role }) => role === 'main')
  const path = `/${ctx.school.slug}/academics`
  const writes = configures && year !== null && isOpen(year)
  return (
    <>
      <AcademicsHeader
        ctx={ctx}
        tab="courses"
        chosen={chosen}
        title={t('title')}
        state={items.length > 0 && t('state', { courses: items.length, unassigned: items.filter(isBare).length })}
        file={
          year && items.length > 0
            ? `${path}/courses/export?${new URLSearchParams({ yearId: year.id, ...(grade === shown ? { gradeLevel: shown } : {}) })}`
            : undefined
        }
        menu={writes ? [{ label: t('generate'), href: inYear(`${path}/generate`, chosen) }] : []}
      />
      {!year && <NoYear ctx={ctx} />}
      {year && items.length === 0 && (
        <EmptyState
          icon={<BookOpen aria-hidden="true" />}
          title={t('emptyTitle')}
          action={
            writes && (
              <LinkButton href={inYear(`${path}/generate`, chosen)} variant="primary">
                {t('generate')}
              </LinkButton>
            )
          }
        >
          {t(own ? 'emptyTeacher' : 'emptyText')}
        </EmptyState>
      )}
      {year && items.length > 0 && (
        <div className="grid grid-cols-1 gap-6">
          {!own && (
            <GradeLinks
              label={t('grades')}
              current={shown}
              grades={levels.map((level) => {
                const missing = items.filter((course) => course.gradeLevel === level && isBare(course)).length
                const name = gradeName(level, grades)
                return {
                  level,
                  href: `${path}/courses?${new URLSearchParams({ ...(chosen.isDefault ? {} : { year: year.id }), grade: level })}`,
                  name,
                  missing,
                  label: missing > 0 ? t('gradeMissing', { grade: name, count: missing }) : name,
                }
              })}
            />
          )}
          {staff && writes ? (
            <ClientMessages namespaces={['courses']}>
              <AssignTable
                key={shown}
                school={ctx.school.slug}
                path={`${path}/courses`}
                title={t('matrix', { grade: gradeName(shown, grades) })}
                courses={here.map(({ id, subject, groupCode, weeklyHours, teachers }) => ({
                  id,
                  subject,
                  group: groupCode,
                  hours: weeklyHours,
                  teacherId: teachers.find(({ role }) => role === 'main')?.teacherId ?? '',
                }))}
                teachers={staff.items.map(({ id, name, weeklyHours }) => ({ id, name, hours: weeklyHours }))}
                first={today() > year.startsOn ? today() : year.startsOn}
                span={{ min: year.startsOn, max: year.endsOn }}
              />
            </ClientMessages>
          ) : (
            <CourseList courses={here} path={`${path}/courses`} year={year.name} />
          )}
          {staff && <TeacherLoads teachers={staff.items} path={`${path}/timetable`} />}
        </div>
      )}
    </>
  )
}
