import { nothing, query } from '@/lib/platform/operation'
import { addDays, type IsoDay, today } from '@/lib/shared/dates'
import { isBusinessDay } from '@/lib/shared/holidays'
import { readAttendanceSettings } from '../settings/schema'
import { missingRolls } from './schema'
import * as read from './sql'

/** Older ones are the coordinator's, who finds them in the closing of the period. */
const DAYS = 7
const MOST = 8

/** Weekdays before the given one that are no holidays. */
const daysBefore = (day: IsoDay): IsoDay[] =>
  Array.from({ length: DAYS }, (_, index) => addDays(day, -index - 1)).filter(isBusinessDay)

/** The own lessons of the last seven days (or days of the group that one directs) that nobody took the roll of. */
export const listMissingRolls = query({
  name: 'attendance.missing',
  permission: 'write:attendance',
  input: nothing,
  output: missingRolls,
  run: async ({ ctx, sql, db }) => {
    const settings = await db.schoolSettings.findFirst({ where: {}, select: { attendanceSettings: true } })
    const { mode } = readAttendanceSettings(settings?.attendanceSettings)
    // What is asked for is what closing a period asks for.
    const missing = mode === 'lesson' ? read.missingLessons : read.missingDays
    const items = await missing({ ctx, sql }, daysBefore(today()), MOST)
    return { total: items[0]?.total ?? 0, items }
  },
})
