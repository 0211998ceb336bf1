import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { dateToDay } from '@/lib/shared/dates'
import { changeYear, periodProblems } from './rules'
import { changeYearStatusInput, createYearInput, savedYear, updateYearInput, type YearStatus } from './schema'
import { addYear, asDates, checkAgainstOthers, holdYear, readYearRow, toYear, yearColumns } from './steps'

/** A year in planning with its periods in draft; four of ten weeks when none are sent. */
export const createYear = command({
  name: 'years.create',
  permission: 'config:institution',
  input: createYearInput,
  output: savedYear,
  run: (call) => addYear(call, call.input),
})

/** Name and dates of a year that is not over yet. Its periods must still fit. */
export const updateYear = command({
  name: 'years.update',
  permission: 'config:institution',
  input: updateYearInput,
  output: savedYear,
  run: async ({ db, input: { yearId, version, ...data }, audit }) => {
    const years = (await db.schoolYear.findMany({ select: yearColumns })).map(toYear)
    const year = years.find(({ id }) => id === yearId)
    if (!year) throw new AppError('not_found')
    if (year.status !== 'planning' && year.status !== 'active')
      throw new AppError('not_allowed_now', { reason: 'years.refusal.yearOver' })
    checkAgainstOthers(years, { id: yearId, ...data })
    if (periodProblems(data, year.periods).some(({ error }) => error === 'validation.periodOutsideYear'))
      throw new AppError('invalid', { field: 'endsOn', reason: 'years.refusal.periodsOutside' })
    const saved = await updateVersioned<YearRow>(db.schoolYear, {
      id: yearId,
      version,
      data: { name: data.name, ...asDates(data) },
      shows: shownOfYear,
    }).catch(withDays)
    audit({ action: 'year.update', entity: 'year', entityId: yearId, ...changed(year, data) })
    return { id: yearId, version: saved.version }
  },
})

/** Moves a year on (planning, active, closed, archived) or, with a reason, back. Only one is active. */
export const changeYearStatus = command({
  name: 'years.changeStatus',
  permission: 'config:institution',
  input: changeYearStatusInput,
  output: savedYear,
  run: async ({ db, input: { yearId, version, status, reason }, audit }) => {
    await holdYear(db, yearId)
    const year = await readYearRow(db, yearId)
    const verdict = changeYear(year.status, status, {
      reason: reason ?? null,
      periods: year.periods.map((period) => period.status),
    })
    if (!verdict.ok) {
      const field = verdict.reason === 'years.refusal.reasonRequired' ? { field: 'reason' } : {}
      throw new AppError('not_allowed_now', { reason: verdict.reason, ...field })
    }
    if (status === 'active') {
      const other = await db.schoolYear.findFirst({
        where: { status: 'active', id: { not: yearId } },
        select: { name: true },
      })
      if (other)
        throw new AppError('not_allowed_now', { reason: 'years.refusal.otherActive', data: { year: other.name } })
    }
    const saved = await updateVersioned<YearRow>(db.schoolYear, {
      id: yearId,
      version,
      data: { status: status satisfies YearStatus },
      shows: shownOfYear,
    }).catch(withDays)
    audit({
      action: 'year.changeStatus',
      entity: 'year',
      entityId: yearId,
      before: { name: year.name, status: year.status },
      after: { name: year.name, status },
      reason: reason ?? null,
    })
    return { id: yearId, version: saved.version }
  },
})

type YearRow = { id: string; version: number; name: string; status: string; startsOn: Date; endsOn: Date }
const shownOfYear = ['name', 'status', 'startsOn', 'endsOn'] as const

/** A conflict shows the year as the form writes it: days, not moments. */
function withDays(error: unknown): never {
  if (!(error instanceof AppError) || !error.details.current) throw error
  const { startsOn, endsOn, ...current } = error.details.current as YearRow
  throw new AppError('conflict', { current: { ...current, startsOn: dateToDay(startsOn), endsOn: dateToDay(endsOn) } })
}
