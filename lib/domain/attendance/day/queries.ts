import { query } from '@/lib/platform/operation'
import { today } from '@/lib/shared/dates'
import { decides, readRolls, readsAll } from '../policy'
import { isSchoolDay } from '../rules'
import { readAttendanceSettings } from '../settings/schema'
import { type DayList, dayInput, dayLists } from './schema'
import { listsOfDay } from './sql'

/**
 * The lists of a day and whether each was taken. The school's mode decides which are expected: the day's list of each
 * group, or one in each lesson of the timetable.
 */
export const readDay = query({
  name: 'attendance.day',
  permission: readRolls,
  input: dayInput,
  output: dayLists,
  run: async ({ ctx, sql, input }) => {
    const day = input.day ?? today()
    const found = await listsOfDay({ ctx, sql }, day)
    const { mode } = readAttendanceSettings(found.settings)
    const isExpected = ({ lesson }: DayList) => (lesson === 0 ? mode !== 'lesson' : mode === 'lesson')
    const all = found.items.filter((list) => list.taken !== null || isExpected(list))
    // A teacher may take the list of a lesson although nobody waits for it.
    const mine = found.items.filter((list) => list.mine && (list.taken !== null || isExpected(list) || mode === 'both'))
    return {
      day,
      mode,
      isSchoolDay: isSchoolDay(day, found.exceptions),
      items: readsAll(ctx) ? all : mine,
      corrections: decides(ctx) ? found.corrections : 0,
      excuses: readsAll(ctx) ? found.excuses : 0,
    }
  },
})
