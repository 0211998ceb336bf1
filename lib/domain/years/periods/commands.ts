import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { dayToDate } from '@/lib/shared/dates'
import { readChecklist } from '../../closing/queries'
import { isComplete } from '../../closing/rules'
import { recordMove } from '../../closing/steps'
import { changePeriod, periodProblems } from '../rules'
import {
  changePeriodStatusInput,
  type PeriodRow,
  type PeriodStatus,
  savedYear,
  savePeriodsInput,
  type YearStatus,
} from '../schema'
import { holdYear, readYearRow, refusePeriods } from '../steps'

type Sent = { periodId?: string | undefined; number: number; name: string; startsOn: string; endsOn: string }

const sameSpan = (a: { startsOn: string; endsOn: string }, b: { startsOn: string; endsOn: string }) =>
  a.startsOn === b.startsOn && a.endsOn === b.endsOn

const inShort = (periods: readonly Omit<Sent, 'periodId'>[]) =>
  periods.map(({ number, name, startsOn, endsOn }) => `${number}. ${name}: ${startsOn} – ${endsOn}`)

/** Which stored period each sent one is, or null for a new one. @throws AppError when that may not be */
function match(stored: readonly PeriodRow[], sent: readonly Sent[]): (PeriodRow | null)[] {
  const kept = sent.map(({ periodId }) => {
    if (!periodId) return null
    const period = stored.find(({ id }) => id === periodId)
    if (!period) throw new AppError('not_found')
    return period
  })
  const gone = stored.filter((period) => !kept.includes(period))
  if (gone.some(({ status }) => status !== 'draft'))
    throw new AppError('not_allowed_now', { reason: 'years.refusal.onlyDraftsGo' })
  const frozen = sent.findIndex((period, index) => {
    const before = kept[index]
    return before && (before.status === 'closed' || before.status === 'published') && !sameSpan(before, period)
  })
  if (frozen >= 0)
    throw new AppError('not_allowed_now', { field: `periods.${frozen}.startsOn`, reason: 'years.refusal.periodOver' })
  return kept
}

/** All periods of a year at once: numbered in order, inside the year, apart from each other. */
export const savePeriods = command({
  name: 'years.savePeriods',
  permission: 'config:institution',
  input: savePeriodsInput,
  output: savedYear,
  run: async ({ db, ctx, input: { yearId, version, periods }, audit }) => {
    const year = await readYearRow(db, yearId)
    if (year.status !== 'planning' && year.status !== 'active')
      throw new AppError('not_allowed_now', { reason: 'years.refusal.yearOver' })
    refusePeriods(periodProblems(year, periods))
    const kept = match(year.periods, periods)
    const saved = await updateVersioned<{ id: string; version: number }>(db.schoolYear, {
      id: yearId,
      version,
      data: {},
    })
    const keptIds = kept.flatMap((period) => (period ? [period.id] : []))
    await db.academicPeriod.deleteMany({ where: { schoolYearId: yearId, id: { notIn: keptIds } } })
    // Numbers are unique in a year: out of the way first, so that two may change places.
    for (const period of year.periods.filter(({ id }) => keptIds.includes(id)))
      await db.academicPeriod.updateMany({ where: { id: period.id }, data: { number: period.number + 1000 } })
    for (const [index, { number, name, startsOn, endsOn }] of periods.entries()) {
      const data = { number, name, startsOn: dayToDate(startsOn), endsOn: dayToDate(endsOn) }
      const period = kept[index]
      if (period)
        await db.academicPeriod.updateMany({ where: { id: period.id }, data: { ...data, version: { increment: 1 } } })
      else await db.academicPeriod.create({ data: { schoolId: ctx.schoolId, schoolYearId: yearId, ...data } })
    }
    audit({
      action: 'year.savePeriods',
      entity: 'year',
      entityId: yearId,
      before: { name: year.name, periods: inShort(year.periods) },
      after: { name: year.name, periods: inShort(periods) },
    })
    return { id: yearId, version: saved.version }
  },
})

/**
 * Opens, closes or publishes a period; opening it again needs a reason, because scores can be written once more. Closing one where
 * scores or roll calls are missing needs to be told that this is known (`acceptsGaps`).
 */
export const changePeriodStatus = command({
  name: 'years.changePeriodStatus',
  permission: 'config:institution',
  input: changePeriodStatusInput,
  output: savedYear,
  prepare: async ({ ctx, input: { periodId, status, acceptsGaps } }) =>
    status === 'closed' && !acceptsGaps ? readChecklist.run(ctx, { periodId }) : null,
  run: async (call) => {
    const { db, input, prepared, audit, notify } = call
    const { periodId, version, status, reason } = input
    const of = await db.academicPeriod.findFirst({ where: { id: periodId }, select: { schoolYearId: true } })
    if (of) await holdYear(db, of.schoolYearId)
    const period = await db.academicPeriod.findFirst({
      where: { id: periodId },
      select: {
        id: true,
        name: true,
        status: true,
        schoolYearId: true,
        schoolYear: { select: { name: true, status: true } },
      },
    })
    if (!period) throw new AppError('not_found')
    const verdict = changePeriod(period.status as PeriodStatus, status, {
      reason: reason ?? null,
      year: period.schoolYear.status as YearStatus,
    })
    if (!verdict.ok) {
      const field = verdict.reason === 'years.refusal.reasonRequired' ? { field: 'reason' } : {}
      throw new AppError('not_allowed_now', { reason: verdict.reason, ...field })
    }
    if (prepared && !isComplete(prepared.counts))
      throw new AppError('not_allowed_now', { reason: 'closing.refusal.gaps', data: prepared.counts })
    const saved = await updateVersioned<{ id: string; version: number; status: string }>(db.academicPeriod, {
      id: periodId,
      version,
      data: { status },
      shows: ['status'],
    })
    await recordMove(call, { period, from: period.status, to: status, reason: reason ?? null })
    const about = { name: period.name, year: period.schoolYear.name }
    audit({
      action: 'period.changeStatus',
      entity: 'period',
      entityId: periodId,
      before: { ...about, status: period.status },
      after: { ...about, status },
      reason: reason ?? null,
    })
    await notify({ kind: 'periodChanged', data: { period: about.name, status }, path: `gradebook?period=${periodId}` })
    return { id: periodId, version: saved.version }
  },
})
