import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { writingRefusal } from '../policy'
import { gradeRules } from '../rules'
import { lockOpenCourse } from '../steps'
import { type CellValue, parseNumber, sameValue, storedScore } from './rules'
import { type CellChange, type SavedCell, savedScores, saveScoresInput } from './schema'
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
async function write(call: CommandCall, changes: Change[], scale: Scale): Promise<Map<Change, string>> {
  const { db, ctx } = call
  const updatedBy = userIdOf(ctx)
  const written = new Map<Change, string>()
  const added = changes.filter(({ target }) => !target.scoreId)
  if (added.length > 0) {
    const rows = await db.activityScore.createManyAndReturn({
      data: added.map(({ cell: { activityId, enrollmentId, status, score } }) => ({
        schoolId: ctx.schoolId,
        activityId,
        enrollmentId,
        status,
        score,
        scaleMax: scale.max,
        updatedBy,
      })),
      skipDuplicates: true,
      select: { id: true, activityId: true, enrollmentId: true },
    })
    for (const { id, activityId, enrollmentId } of rows) {
      const change = added.find(({ cell }) => cell.activityId === activityId && cell.enrollmentId === enrollmentId)
      if (change) written.set(change, id)
    }
  }
  for (const change of changes) {
    const { scoreId, version } = change.target
    if (!scoreId) continue
    const { count } = await db.activityScore.updateMany({
      where: { id: scoreId, version },
      data: {
        status: change.cell.status,
        score: change.cell.score,
        scaleMax: scale.max,
        updatedBy,
        version: version + 1,
      },
    })
    if (count > 0) written.set(change, scoreId)
  }
  return written
}

/** Cells in which somebody was faster between looking and writing, as they are now. */
async function overtaken({ db }: CommandCall, changes: Change[]): Promise<SavedCell[]> {
  if (changes.length === 0) return []
  const rows = await db.activityScore.findMany({
    where: { OR: changes.map(({ cell: { activityId, enrollmentId } }) => ({ activityId, enrollmentId })) },
    select: {
      activityId: true,
      enrollmentId: true,
      status: true,
      score: true,
      version: true,
      updater: { select: { fullName: true } },
    },
  })
  return changes.map(({ cell, target }) => {
    const row = rows.find((one) => one.activityId === cell.activityId && one.enrollmentId === cell.enrollmentId)
    const now = { ...target, status: row?.status ?? null, score: row?.score?.toString() ?? null }
    const fresh = { ...now, version: row?.version ?? 0, by: row?.updater?.fullName ?? null }
    return result(cell, sameValue(cell, valueIn(fresh)) ? 'saved' : 'conflict', fresh)
  })
}

/**
 * Saves cells of the grid, each against the version that was seen; a refused cell keeps no other out. The same call sent
 * again answers the same. Every new value leaves a line in the score's own history with who, when, before and after;
 * the audit names only the course and how many cells.
 * @throws AppError not_found for a course or period that is not this person's; not_allowed_now when nothing may be written
 */
export const saveScores = command({
  name: 'gradebook.saveScores',
  permission: 'write:grades',
  input: saveScoresInput,
  output: savedScores,
  prepare: ({ ctx, sql, input }) => scoreTargets({ ctx, sql }, input),
  run: async (call) => {
    const { db, ctx, input, prepared: found, audit } = call
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
      if (written.size > 0)
        await db.activityScoreChange.createMany({
          data: [...written].map(([{ cell, target }, scoreId]) => ({
            schoolId: ctx.schoolId,
            scoreId,
            beforeStatus: target.status,
            beforeScore: target.score,
            afterStatus: cell.status,
            afterScore: cell.score,
            source: input.source,
            changedBy,
          })),
        })
      for (const [change] of written)
        decided.set(change, { ...result(change.cell, 'saved', change.target), version: change.target.version + 1 })
      const late = wanted.filter((change) => !written.has(change))
      for (const [index, cell] of (await overtaken(call, late)).entries()) decided.set(late[index] as Change, cell)
      if (written.size > 0)
        audit({ action: 'course.score', entity: 'course', entityId: input.courseId, after: { cells: written.size } })
    }
    return { cells: changes.map((change) => decided.get(change) as SavedCell) }
  },
})
