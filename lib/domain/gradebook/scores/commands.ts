import { quickCommand } from '@/lib/platform/operation'
import { savedScores, saveScoresInput } from './schema'
import { scoreTargets } from './sql'
import { saveCells } from './steps'

/**
 * Saves cells of the grid, each against the version that was seen; a refused cell keeps no other out. The same call sent
 * again answers the same. Every new value leaves a line in the score's own history with who, when, before and after;
 * the audit names only the course and how many cells.
 * @throws AppError not_found for a course or period that is not this person's; not_allowed_now when nothing may be written
 */
export const saveScores = quickCommand({
  name: 'gradebook.saveScores',
  permission: 'write:grades',
  input: saveScoresInput,
  output: savedScores,
  prepare: ({ ctx, sql, input }) => scoreTargets({ ctx, sql }, input),
  run: async (call) => ({ cells: await saveCells(call, call.input, call.prepared) }),
})
