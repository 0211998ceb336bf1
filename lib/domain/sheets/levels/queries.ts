import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { readSchoolSheets } from '../policy'
import { levelsInput, levelsOutput } from './schema'
import { levelRows } from './sql'

/**
 * How marks spread over the four national levels in a closed period, by subject, group or teacher, the most «low» first, and
 * how that changed from period to period. The marks of an open period still move: a group's sheet shows them.
 * @throws AppError not_found without such a year, or such a closed period
 */
export const readLevels = query({
  name: 'sheets.levels',
  permission: readSchoolSheets,
  input: levelsInput,
  output: levelsOutput,
  run: async ({ ctx, sql, input }) => {
    const found = await levelRows({ ctx, sql }, input)
    if (!found || (input.schoolYearId && !found.year) || (input.periodId && !found.period))
      throw new AppError('not_found')
    return found
  },
})
