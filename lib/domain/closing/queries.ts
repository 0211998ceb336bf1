import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { addDays, dateToDay, daysBetween, type IsoDay, today } from '@/lib/shared/dates'
import { type CalendarException, isSchoolDay } from '../attendance/rules'
import { readAttendanceSettings } from '../attendance/settings/schema'
import { rulesFor } from '../evaluation/steps'
import { listCourses } from '../gradebook/courses/queries'
import { byTeacher, checkCourse, countAll } from './rules'
import { checklist, checklistInput, computeJobInput, groupList } from './schema'
import { periodMoves, rollGaps } from './sql'

/** The school days of a period that are over, or today. */
function daysOf(period: { startsOn: IsoDay; endsOn: IsoDay }, exceptions: readonly CalendarException[]): IsoDay[] {
  const last = period.endsOn < today() ? period.endsOn : today()
  const length = daysBetween(period.startsOn, last) + 1
  return Array.from({ length: Math.max(0, length) }, (_, i) => addDays(period.startsOn, i)).filter((day) =>
    isSchoolDay(day, exceptions),
  )
}

/**
 * What a period still lacks before it is closed: course by course, teacher by teacher, and the roll calls that were not taken. The
 * open period of the active year unless another is asked for.
 * @throws AppError not_found when there is no such period in the school
 */
export const readChecklist = query({
  name: 'closing.checklist',
  permission: 'read:grades',
  input: checklistInput,
  output: checklist,
  run: async ({ ctx, db, sql, input }) => {
    const { items, period: found } = await listCourses.run(ctx, input)
    if (!found && input.periodId) throw new AppError('not_found')
    if (!found)
      return {
        year: null,
        period: null,
        periods: [],
        courses: [],
        teachers: [],
        rolls: [],
        moves: [],
        counts: countAll([], []),
      }
    const [year, settings, rules, moves] = await Promise.all([
      db.schoolYear.findFirst({
        where: { periods: { some: { id: found.id } } },
        select: {
          id: true,
          name: true,
          status: true,
          periods: { orderBy: { number: 'asc' } },
          calendarDays: { select: { day: true, kind: true } },
        },
      }),
      db.schoolSettings.findFirst({ where: {}, select: { attendanceSettings: true } }),
      rulesFor({ db }, { academicPeriodId: found.id }),
      periodMoves({ ctx, sql }, found.id),
    ])
    if (!year) throw new AppError('not_found')
    const periods = year.periods.map((one) => ({
      ...one,
      startsOn: dateToDay(one.startsOn),
      endsOn: dateToDay(one.endsOn),
    }))
    const period = periods.find(({ id }) => id === found.id)
    if (!period) throw new AppError('not_found')
    const { mode } = readAttendanceSettings(settings?.attendanceSettings)
    const exceptions = year.calendarDays.map(({ day, kind }) => ({ day: dateToDay(day), kind }))
    const rolls = await rollGaps(
      { ctx, sql },
      { schoolYearId: year.id, days: daysOf(period, exceptions), byLesson: mode === 'lesson' },
    )
    const courses = items.map((course) => checkCourse(course, rules.rules.activities.by === 'weights'))
    return {
      year,
      period,
      periods,
      courses,
      teachers: byTeacher(courses),
      rolls,
      moves,
      counts: countAll(courses, rolls),
    }
  },
})

/** The groups whose marks a period has. */
export const groupsOfPeriod = query({
  name: 'closing.groups',
  permission: 'read:grades',
  input: computeJobInput,
  output: groupList,
  run: async ({ db, input: { periodId } }) => {
    const period = await db.academicPeriod.findFirst({ where: { id: periodId }, select: { schoolYearId: true } })
    if (!period) throw new AppError('not_found')
    const items = await db.classGroup.findMany({
      where: { schoolYearId: period.schoolYearId, isActive: true },
      orderBy: [{ gradeLevel: 'asc' }, { code: 'asc' }],
      select: { id: true, code: true },
    })
    return { items }
  },
})
