import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { readTable } from '@/lib/platform/table-reader'
import { holdDraft } from '../plans/grades/steps'
import { openYear } from '../plans/steps'
import { storeGroupRows } from './group/steps'
import { checkRows } from './import'
import { storePlanRows } from './plan/steps'
import { importInput, importResult } from './schema'

/**
 * Takes a spreadsheet over, whole or not at all. The file is read and judged anew: what the dry run said may be old.
 * @throws AppError invalid with the problems by cell in `data.problems`; too_large
 */
export const importStructure = command({
  name: 'academics.importStructure',
  permission: 'config:institution',
  input: importInput,
  output: importResult,
  prepare: ({ input }) => readTable(input.content),
  run: async (call) => {
    const { db, input, audit, prepared } = call
    const year = await openYear(db, input.schoolYearId)
    if (input.studyPlanId && input.kind === 'plan') await holdDraft(db, input.studyPlanId)
    const checked = await checkRows(call, input, prepared)
    const { problems, ...figures } = checked.result
    if (problems.length > 0)
      throw new AppError('invalid', {
        field: 'content',
        reason: 'academics.refusal.importProblems',
        data: { count: problems.length, problems: problems.slice(0, 100) },
      })
    if (checked.kind === 'plan') await storePlanRows(call, checked.studyPlanId, checked.found)
    else await storeGroupRows(call, year.id, checked.found)
    audit({
      action: checked.kind === 'plan' ? 'plan.import' : 'year.importGroups',
      entity: checked.kind === 'plan' ? 'plan' : 'year',
      entityId: checked.kind === 'plan' ? checked.studyPlanId : year.id,
      after: { name: year.name, file: input.fileName, count: figures.create + figures.update, ...figures },
    })
    return checked.result
  },
})
