import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { dateToDay, dayToDate } from '@/lib/shared/dates'
import { proposePeriods, type Span, yearLabel } from './rules'
import type { PeriodRow, PeriodStatus, YearRow, YearStatus } from './schema'

export const yearColumns = {
  id: true,
  name: true,
  startsOn: true,
  endsOn: true,
  status: true,
  version: true,
  _count: { select: { enrollments: true } },
  periods: {
    orderBy: { number: 'asc' },
    select: { id: true, number: true, name: true, startsOn: true, endsOn: true, status: true, version: true },
  },
} as const

type StoredSpan = { startsOn: Date; endsOn: Date }
type StoredYear = StoredSpan & {
  id: string
  name: string
  status: string
  version: number
  _count: { enrollments: number }
  periods: (StoredSpan & { id: string; number: number; name: string; status: string; version: number })[]
}

const days = ({ startsOn, endsOn }: StoredSpan) => ({ startsOn: dateToDay(startsOn), endsOn: dateToDay(endsOn) })

/** A stored year as screens and programs read it. */
export function toYear({ periods, _count, ...year }: StoredYear): YearRow {
  return {
    ...year,
    ...days(year),
    status: year.status as YearStatus,
    enrollments: _count.enrollments,
    periods: periods.map(
      (period): PeriodRow => ({ ...period, ...days(period), status: period.status as PeriodStatus }),
    ),
  }
}

/** @throws AppError not_found */
export async function readYearRow(db: Pick<TenantClient, 'schoolYear'>, yearId: string): Promise<YearRow> {
  const year = await db.schoolYear.findFirst({ where: { id: yearId }, select: yearColumns })
  if (!year) throw new AppError('not_found')
  return toYear(year)
}

/**
 * Takes the year's row until the end of the transaction: of a year that is closed and a period of it that is opened at the
 * same moment, the second one sees what the first one did. Writing a score needs an open period, so that none is written in
 * a closed year.
 */
export async function holdYear(db: Pick<TenantClient, 'schoolYear'>, yearId: string): Promise<void> {
  await db.schoolYear.updateMany({ where: { id: yearId }, data: { updatedAt: new Date() } })
}

/** @throws AppError invalid at `startsOn` when the days belong to another year of the school; duplicate at `name` */
export function checkAgainstOthers(
  years: readonly YearRow[],
  wanted: { id?: string; name: string; startsOn: string; endsOn: string },
): void {
  const others = years.filter(({ id }) => id !== wanted.id)
  if (others.some(({ name }) => name.toLowerCase() === wanted.name.toLowerCase()))
    throw new AppError('duplicate', { field: 'name', reason: 'years.refusal.nameTaken' })
  const crossed = others.find((year) => year.startsOn <= wanted.endsOn && wanted.startsOn <= year.endsOn)
  if (crossed)
    throw new AppError('invalid', {
      field: 'startsOn',
      reason: 'years.refusal.yearOverlap',
      data: { year: crossed.name },
    })
}

/** Fields of `periods.<index>` with what is wrong with them, as one refusal. */
export function refusePeriods(problems: readonly { index: number; error: string }[]): void {
  if (problems.length === 0) return
  const fields = Object.fromEntries(problems.map(({ index, error }) => [`periods.${index}.startsOn`, error]))
  throw new AppError('invalid', { fields })
}

export const asDates = ({ startsOn, endsOn }: Span) => ({ startsOn: dayToDate(startsOn), endsOn: dayToDate(endsOn) })

type NewYear = Span & {
  name?: string | null | undefined
  periods?: (Span & { number: number; name: string })[] | undefined
}

/** A year in planning with its periods in draft. @throws AppError as `checkAgainstOthers` */
export async function addYear(
  { db, ctx, audit }: Pick<CommandCall, 'db' | 'ctx' | 'audit'>,
  input: NewYear,
): Promise<{ id: string; version: number }> {
  const { startsOn, endsOn } = input
  const name = input.name ?? yearLabel(input)
  const years = await db.schoolYear.findMany({ select: yearColumns })
  checkAgainstOthers(years.map(toYear), { name, startsOn, endsOn })
  const year = await db.schoolYear.create({
    data: { schoolId: ctx.schoolId, name, ...asDates(input) },
    select: { id: true, version: true },
  })
  const periods = input.periods ?? proposePeriods(input)
  await db.academicPeriod.createMany({
    data: periods.map(({ number, name: label, ...span }) => ({
      schoolId: ctx.schoolId,
      schoolYearId: year.id,
      number,
      name: label,
      ...asDates(span),
    })),
  })
  audit({
    action: 'year.create',
    entity: 'year',
    entityId: year.id,
    after: { name, startsOn, endsOn, periods: periods.length },
  })
  return year
}
