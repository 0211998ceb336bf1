import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import type { GroupImport } from './group/rules'
import { checkGroupRows } from './group/steps'
import type { PlanImport } from './plan/rules'
import { checkPlanRows } from './plan/steps'
import type { ImportKind, ImportResult } from './schema'
import { tellProblems } from './steps'

type Call = Pick<CommandCall, 'db' | 'ctx' | 'sql'>
type Target = { kind: ImportKind; schoolYearId: string; studyPlanId?: string | undefined }

export type Checked = { result: ImportResult } & (
  | { kind: 'plan'; studyPlanId: string; found: PlanImport }
  | { kind: 'groups'; found: GroupImport }
)

/** A spreadsheet's rows read against what the school has: how much changes, and what cannot be. */
export async function checkRows(
  call: Call,
  { kind, schoolYearId, studyPlanId }: Target,
  sheet: string[][],
): Promise<Checked> {
  const count = (rows: readonly { change: string }[], change: string) =>
    rows.filter((row) => row.change === change).length
  const figures = (rows: readonly { change: string }[]) => ({
    rows: rows.length,
    create: count(rows, 'create'),
    update: count(rows, 'update'),
    same: count(rows, 'same'),
  })
  if (kind === 'groups') {
    const found = await checkGroupRows(call, schoolYearId, sheet)
    const problems = await tellProblems(call.ctx, found.problems)
    return { kind, found, result: { ...figures(found.rows), newAreas: [], newSubjects: [], problems } }
  }
  if (!studyPlanId) throw new AppError('invalid', { field: 'studyPlanId', reason: 'validation.required' })
  const found = await checkPlanRows(call, { schoolYearId, studyPlanId }, sheet)
  const problems = await tellProblems(call.ctx, found.problems)
  const newSubjects = found.newSubjects.map(({ name }) => name)
  return {
    kind,
    studyPlanId,
    found,
    result: { ...figures(found.rows), newAreas: found.newAreas, newSubjects, problems },
  }
}
