import { AppError } from '@/lib/platform/errors'
import { addDays, daysBetween, today } from '@/lib/shared/dates'
import { readsAll } from '../policy'
import { countStatuses, isSchoolDay } from '../rules'
import type { Reader } from '../sql'
import type { MonthSheet } from './schema'
import { monthOf } from './sql'

/** First and last day of `2026-03`. */
function spanOf(month: string): { from: string; to: string } {
  const from = `${month}-01`
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) }
}

/** @throws AppError not_found for another's group */
export async function monthSheetOf(
  reader: Reader,
  { classGroupId, month = today().slice(0, 7) }: { classGroupId: string; month?: string | undefined },
): Promise<MonthSheet> {
  const { from, to } = spanOf(month)
  const found = await monthOf(reader, classGroupId, { from, to })
  if (!found || !(readsAll(reader.ctx) || found.directs || found.teaches)) throw new AppError('not_found')
  const taken = new Set(found.taken)
  const all = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))
  const held = (day: string) => day >= found.startsOn && day <= found.endsOn && isSchoolDay(day, found.exceptions)
  return {
    group: found.group,
    gradeLevel: found.gradeLevel,
    director: found.director,
    month,
    days: all.filter((day) => taken.has(day) || held(day)).map((day) => ({ day, taken: taken.has(day) })),
    rows: found.rows.map((row) => ({
      ...row,
      ...countStatuses(Object.values(row.marks).map((status) => ({ status }))),
    })),
  }
}
