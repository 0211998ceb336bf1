import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { gradeOrder } from '@/lib/shared/grades'
import { groupSheetOf } from './group/rules'
import { readSheets, seesWholeGroups } from './policy'
import { groupSheet, groupSheetInput, sheetPlaces, sheetPlacesInput } from './schema'
import * as read from './sql'
import { readStudentYears } from './years/steps'

/** The groups whose sheets a person may open, and the periods of their year. */
export const listSheetPlaces = query({
  name: 'sheets.places',
  permission: readSheets,
  input: sheetPlacesInput,
  output: sheetPlaces,
  run: async ({ ctx, sql, input }) => {
    const places = await read.sheetPlaces({ ctx, sql }, input.schoolYearId)
    if (input.schoolYearId && !places.year) throw new AppError('not_found')
    const groups = places.groups.toSorted(
      (a, b) => gradeOrder(a.gradeLevel) - gradeOrder(b.gradeLevel) || a.code.localeCompare(b.code, 'es'),
    )
    return { ...places, groups }
  },
})

/**
 * A group's sheet (sábana de notas): students by subjects and areas for a period, or the year so far. Teachers get their
 * own courses in it.
 * @throws AppError not_found when there is no such group or period, or the person neither teaches in nor directs the group
 */
export const readGroupSheet = query({
  name: 'sheets.group',
  permission: readSheets,
  input: groupSheetInput,
  output: groupSheet,
  run: async ({ ctx, sql, input: { classGroupId, periodId = null } }) => {
    const found = await readStudentYears({ ctx, sql }, { classGroupId, periodId })
    return groupSheetOf({ ...found, periodId }, seesWholeGroups(ctx))
  },
})
