import { AppError } from '@/lib/platform/errors'
import { nothing, query } from '@/lib/platform/operation'
import type { Permission } from '@/lib/platform/permissions'
import { dateToDay, today } from '@/lib/shared/dates'
import { proposePeriods, proposeYear } from './rules'
import { oneYearInput, proposeYearInput, yearList, yearOverview, yearProposal, yearRow } from './schema'
import { readYearRow, toYear, yearColumns } from './steps'

const staff: Permission[] = ['config:institution', 'read:students', 'read:enrollment', 'read:schedule']

/** The school's years, the newest first, with their periods. */
export const listYears = query({
  name: 'years.list',
  permission: staff,
  input: nothing,
  output: yearList,
  run: async ({ db }) => {
    const years = await db.schoolYear.findMany({ orderBy: { startsOn: 'desc' }, select: yearColumns })
    return { items: years.map(toYear) }
  },
})

export const readYear = query({
  name: 'years.read',
  permission: staff,
  input: oneYearInput,
  output: yearRow,
  run: ({ db, input }) => readYearRow(db, input.yearId),
})

/** What is open in a year before it is closed, its own days, and the step to the next one. */
export const readYearOverview = query({
  name: 'years.overview',
  permission: 'config:institution',
  input: oneYearInput,
  output: yearOverview,
  run: async ({ db, input: { yearId } }) => {
    const ofYear = { schoolYearId: yearId }
    const [year, undecided, meetings, recoveries, waiting, rollover] = await Promise.all([
      db.schoolYear.findFirst({
        where: { id: yearId },
        select: {
          periods: { select: { status: true } },
          calendarDays: { orderBy: { day: 'asc' }, select: { day: true, kind: true, name: true } },
        },
      }),
      db.enrollment.findMany({
        where: { ...ofYear, status: 'active', OR: [{ promotion: null }, { promotion: { status: 'pending' } }] },
        select: { promotion: { select: { status: true } } },
      }),
      db.evaluationMeeting.count({ where: { ...ofYear, status: { not: 'signed' } } }),
      db.recovery.count({ where: { status: 'planned', enrollment: ofYear } }),
      db.enrollment.count({ where: { ...ofYear, status: { in: ['pending_documents', 'in_review'] } } }),
      db.rollover.findFirst({
        where: { OR: [{ fromYearId: yearId }, { toYearId: yearId }] },
        orderBy: { createdAt: 'desc' },
        select: {
          id: true,
          status: true,
          fromYear: { select: { name: true } },
          toYear: { select: { name: true } },
          students: {
            where: { newEnrollment: { status: 'pending_documents', missingCount: { gt: 0 } } },
            select: { id: true },
          },
        },
      }),
    ])
    if (!year) throw new AppError('not_found')
    const having = (status: string) => year.periods.filter((period) => period.status === status).length
    return {
      periods: { draft: having('draft'), open: having('open') },
      undecided: undecided.filter(({ promotion }) => !promotion).length,
      pending: undecided.filter(({ promotion }) => promotion).length,
      meetings: { open: meetings },
      recoveries,
      waiting,
      rollover: rollover && {
        id: rollover.id,
        status: rollover.status,
        from: rollover.fromYear.name,
        to: rollover.toYear.name,
        waiting: rollover.students.length,
      },
      calendar: year.calendarDays.map(({ day, ...rest }) => ({ ...rest, day: dateToDay(day) })),
    }
  },
})

/** Usual dates of the school's calendar for the year after its latest, with four periods of ten weeks. Nothing is stored. */
export const proposeNextYear = query({
  name: 'years.propose',
  permission: 'config:institution',
  input: proposeYearInput,
  output: yearProposal,
  run: async ({ db, input: { startsIn } }) => {
    const [school, latest] = await Promise.all([
      db.school.findFirst({ where: {}, select: { calendar: true } }),
      db.schoolYear.findFirst({ orderBy: { startsOn: 'desc' }, select: { startsOn: true } }),
    ])
    if (!school) throw new AppError('not_found')
    const next = latest ? Number(dateToDay(latest.startsOn).slice(0, 4)) + 1 : Number(today().slice(0, 4))
    const year = proposeYear(school.calendar === 'B' ? 'B' : 'A', startsIn ?? next)
    return { ...year, periods: proposePeriods(year) }
  },
})
