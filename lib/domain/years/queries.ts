import { AppError } from '@/lib/platform/errors'
import { nothing, query } from '@/lib/platform/operation'
import type { Permission } from '@/lib/platform/permissions'
import { dateToDay, today } from '@/lib/shared/dates'
import { proposePeriods, proposeYear } from './rules'
import { oneYearInput, proposeYearInput, yearList, yearProposal, yearRow } from './schema'
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
