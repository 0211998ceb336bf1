import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import type { QuickCall } from '@/lib/platform/operation'
import { writingRefusal } from '../policy'
import { gradeRules } from '../rules'
import { lockOpenCourse } from '../steps'
import { type CellValue, parseNumber, sameValue, storedScore } from './rules'
import type { CellChange, SavedCell, SaveScores } from './schema'
import { scoreTargets, type Target } from './sql'

const valueIn = (target: Target): CellValue => ({
  status: (target.status ?? 'cleared') as CellValue['status'],
  score: storedScore(target.score),
})

const result = (cell: CellChange, outcome: SavedCell['outcome'], target: Target): SavedCell => ({
  activityId: cell.activityId,
  enrollmentId: cell.enrollmentId,
  outcome,
  version: target.version,
  ...(outcome === 'conflict' ? { current: { ...valueIn(target), version: target.version, by: target.by } } : {}),
})

type Scale = Parameters<typeof parseNumber>[1]

const numbered = (status: CellValue['status']) => status === 'scored' || status === 'late'

function fits({ status, score }: CellValue, scale: Scale): boolean {
  if (score === null) return !numbered(status)
  return numbered(status) && parseNumber(score, scale).ok
}

/** What becomes of a cell before anything is written; null: it is to be written. */
function decide(cell: CellChange, target: Target, scale: Scale): SavedCell | null {
  if (!target.known) return result(cell, 'not_found', target)
  if (!target.placed) return result(cell, 'withdrawn', target)
  if (!fits(cell, scale)) return result(cell, 'out_of_scale', target)
  // Sent twice, or typed by both: it stands there already.
  if (sameValue(cell, valueIn(target))) return result(cell, 'saved', target)
  if (cell.version !== target.version) return result(cell, 'conflict', target)
  return null
}

type Change = { cell: CellChange; target: Target }

/** Writes new cells in one statement, changed ones each with its version. @returns ids of the written scores */
async function write({ rows, ctx }: QuickCall, changes: Change[], scale: Scale): Promise<Map<Change, string>> {
  const written = new Map<Change, string>()
  const columnsOf = ({ status, score }: CellChange) => ({
    ...{ status, score, scale_max: scale.max },
    ...{ updated_by: userIdOf(ctx), updated_at: new Date() },
  })
  const added = await rows.insert<{ id: string; activity_id: string; enrollment_id: string }>(
    'activity_scores',
    changes.flatMap(({ cell, target }) =>
      target.scoreId ? [] : [{ activity_id: cell.activityId, enrollment_id: cell.enrollmentId, ...columnsOf(cell) }],
    ),
    { skip: true, returning: ['id', 'activity_id', 'enrollment_id'] },
  )
  for (const row of added) {
    const change = changes.find(
      ({ cell }) => cell.activityId === row.activity_id && cell.enrollmentId === row.enrollment_id,
    )
    if (change) written.set(change, row.id)
  }
  for (const change of changes) {
    const { scoreId, version } = change.target
    if (!scoreId) continue
    const data = { ...columnsOf(change.cell), version: version + 1 }
    const updated = await rows.update('activity_scores', { id: scoreId, version }, data)
    if (updated.length > 0) written.set(change, scoreId)
  }
  return written
}

/** Cells in which somebody was faster between looking and writing, as they are now. */
async function overtaken(
  { ctx, sql }: QuickCall,
  at: Omit<Parameters<typeof scoreTargets>[1], 'cells'>,
  changes: Change[],
) {
  if (changes.length === 0) return []
  const now = await scoreTargets({ ctx, sql }, { ...at, cells: changes.map(({ cell }) => cell) })
  return changes.map(({ cell, target }, index) => {
    const fresh = now?.cells[index] ?? target
    return result(cell, sameValue(cell, valueIn(fresh)) ? 'saved' : 'conflict', fresh)
  })
}

type Found = Awaited<ReturnType<typeof scoreTargets>>

/**
 * Saves cells, each against the version that was seen; a refused cell keeps no other out.
 * @param found what scoreTargets says of the same cells
 * @throws AppError not_found for a course or period that is not this person's; not_allowed_now when nothing may be written
 */
export async function saveCells(call: QuickCall, input: SaveScores, found: Found): Promise<SavedCell[]> {
  const { rows, ctx, audit } = call
  if (!found || found.cells.every(({ known }) => !known)) throw new AppError('not_found')
  const refused = writingRefusal(ctx, { period: found.period, handing: found.handing ?? 'open' })
  if (refused) throw new AppError('not_allowed_now', { reason: refused })
  const { scale } = gradeRules(found.rules, found.gradeLevel)
  const changes = input.cells.map((cell, index) => ({ cell, target: found.cells[index] as Target }))
  const decided = new Map(changes.map((change) => [change, decide(change.cell, change.target, scale)]))
  const wanted = changes.filter((change) => decided.get(change) === null)
  if (wanted.length > 0) {
    await lockOpenCourse(call, input)
    const written = await write(call, wanted, scale)
    const changedBy = userIdOf(ctx)
    await rows.insert(
      'activity_score_history',
      [...written].map(([{ cell, target }, scoreId]) => ({
        score_id: scoreId,
        before_status: target.status,
        before_score: target.score,
        after_status: cell.status,
        after_score: cell.score,
        source: input.source,
        changed_by: changedBy,
      })),
    )
    for (const [change] of written)
      decided.set(change, { ...result(change.cell, 'saved', change.target), version: change.target.version + 1 })
    const late = wanted.filter((change) => !written.has(change))
    for (const [index, cell] of (await overtaken(call, input, late)).entries()) decided.set(late[index] as Change, cell)
    if (written.size > 0)
      audit({ action: 'course.score', entity: 'course', entityId: input.courseId, after: { cells: written.size } })
  }
  return changes.map((change) => decided.get(change) as SavedCell)
}

export { scoreTargets } from './sql'
