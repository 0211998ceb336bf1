import { query } from '@/lib/platform/operation'
import { today } from '@/lib/shared/dates'
import { decides, readRolls, readsAll } from '../policy'
import { isSchoolDay } from '../rules'
import { readAttendanceSettings } from '../settings/schema'
import { dayInput, dayLists } from './schema'
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
    const expected = found.items.filter(({ lesson, taken }) => {
      if (taken) return true
      return lesson === 0 ? mode !== 'lesson' : mode !== 'day'
    })
    return {
      day,
      mode,
      isSchoolDay: isSchoolDay(day, found.exceptions),
      items: readsAll(ctx) ? expected : expected.filter(({ mine }) => mine),
      corrections: decides(ctx) ? found.corrections : 0,
      excuses: readsAll(ctx) ? found.excuses : 0,
    }
  },
})
