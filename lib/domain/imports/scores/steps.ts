import type { StageRules } from '@/lib/domain/evaluation/schema'
import { writingRefusal } from '@/lib/domain/gradebook/policy'
import { readGrid } from '@/lib/domain/gradebook/scores/queries'
import { MAX_CELLS } from '@/lib/domain/gradebook/scores/schema'
import { saveCells, scoreTargets } from '@/lib/domain/gradebook/scores/steps'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import type { Finding, Judged, RowToJudge, Written } from '../rules'
import type { ImportSettings, ImportTarget } from '../schema'
import { type Cell, judgeScores, type ScoreFacts, type ScorePlan } from './row/rules'

type Reading = Pick<CommandCall, 'db' | 'ctx'>

/** The course and period of a file of scores. @throws AppError invalid without them; not_found; not_allowed_now */
export async function scoreCourse({ ctx }: Pick<CommandCall, 'ctx'>, { courseId, periodId }: ImportTarget) {
  if (!courseId || !periodId) throw new AppError('invalid', { field: 'target', reason: 'imports.refusal.needsCourse' })
  const grid = await readGrid.run(ctx, { courseId, periodId })
  const { course } = grid
  if (course.assessment === 'descriptive')
    throw new AppError('not_allowed_now', { reason: 'imports.refusal.describedCourse' })
  const refused = writingRefusal(ctx, { period: course.period?.status ?? '', handing: course.handing.status })
  if (refused) throw new AppError('not_allowed_now', { reason: refused })
  // Seen but not taught by this person.
  if (!course.writes) throw new AppError('not_found')
  return grid
}

export async function judgeScoreRows(
  { db, ctx }: Reading,
  { target, settings }: { target: ImportTarget; settings: ImportSettings },
  rows: readonly RowToJudge[],
  before: ReadonlyMap<string, number> = new Map(),
): Promise<Judged<ScorePlan>[]> {
  const grid = await scoreCourse({ ctx }, target)
  const students = await db.student.findMany({
    where: { id: { in: grid.students.map(({ studentId }) => studentId) } },
    select: { id: true, documentNumber: true },
  })
  const numbers = new Map(students.map(({ id, documentNumber }) => [id, documentNumber]))
  const { scale } = grid.rules as unknown as StageRules
  const facts: ScoreFacts = {
    activities: grid.activities,
    seats: grid.students.map((seat) => ({ ...seat, documentNumber: numbers.get(seat.studentId) ?? '' })),
    scale,
    before,
  }
  return judgeScores(rows, settings, facts)
}

/** Cells in portions that one save takes, each student's together. */
function portions(plans: readonly ScorePlan[]): Cell[][] {
  const found: Cell[][] = [[]]
  for (const { cells } of plans) {
    const last = found.at(-1) as Cell[]
    if (last.length > 0 && last.length + cells.length > MAX_CELLS) found.push([...cells])
    else last.push(...cells)
  }
  return found.filter((cells) => cells.length > 0)
}

/** Saves through the grid's own step: each value with its line in the score's history. */
export async function writeScoreRows(
  call: CommandCall,
  { courseId, periodId }: ImportTarget,
  plans: readonly ScorePlan[],
): Promise<Written[]> {
  if (!courseId || !periodId) throw new AppError('invalid', { field: 'target' })
  const refused = new Map<string, Finding>()
  for (const cells of portions(plans)) {
    const input = { courseId, periodId, source: 'import' as const, cells }
    const saved = await saveCells(call, input, await scoreTargets(call, input))
    for (const { outcome, activityId, enrollmentId } of saved)
      if (outcome !== 'saved')
        refused.set(enrollmentId, {
          field: `activity:${activityId}`,
          value: '',
          reason: `imports.problem.score.${outcome}`,
        })
  }
  return plans.map(({ enrollmentId, cells }): Written => {
    const finding = refused.get(enrollmentId)
    if (finding) return { outcome: 'failed', findings: [finding] }
    return { outcome: cells.every(({ version }) => version === 0) ? 'created' : 'updated', ids: { enrollmentId } }
  })
}
