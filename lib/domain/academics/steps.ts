import { addDays, dayToDate, type IsoDay, today } from '@/lib/shared/dates'

type Where = Record<string, unknown>
type DatedTable = {
  deleteMany(args: { where: Where }): PromiseLike<{ count: number }>
  updateMany(args: { where: Where; data: Where }): PromiseLike<{ count: number }>
}

/** Rows of a table with `validFrom` and `validTo` that count on the day or later. */
export const openFrom = (day: IsoDay) => ({ OR: [{ validTo: null }, { validTo: { gte: dayToDate(day) } }] })

/**
 * Ends rows of a dated table (placements, assignments, course enrollments, lessons) with `lastDay`. What was on stays, with
 * its dates; what had not begun by then never took effect and goes, as the history line of the caller tells.
 */
export async function endOn(table: unknown, where: Where, lastDay: IsoDay, reason?: string | null): Promise<void> {
  const rows = table as DatedTable
  const last = dayToDate(lastDay)
  await rows.deleteMany({ where: { AND: [where, { validFrom: { gt: last } }] } })
  await rows.updateMany({
    where: { AND: [where, openFrom(addDays(lastDay, 1))] },
    data: { validTo: last, version: { increment: 1 }, ...(reason ? { reason } : {}) },
  })
}

/** The day that a change of a year counts from when nobody says: today, and in a year to come its first day. */
export function firstDayIn(year: { startsOn: Date }, day: IsoDay = today()): IsoDay {
  const begins = year.startsOn.toISOString().slice(0, 10)
  return day < begins ? begins : day
}
