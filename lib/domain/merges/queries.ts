import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { mayUndo, merging } from './policy'
import { fieldsOf } from './rules'
import { type Comparison, compareInput, comparison, listMergesInput, type MergeEntity, mergeList } from './schema'
import { clashOf, countsOf, guardianOf, type ReadCall, sameYears, studentOf } from './steps'

async function sideOf(call: ReadCall, entity: MergeEntity, id: string): Promise<Comparison['kept']> {
  const [row, counts] = await Promise.all([
    entity === 'student' ? studentOf(call, id) : guardianOf(call, id),
    countsOf(call, entity, id),
  ])
  const stored: Record<string, unknown> = row
  const values = Object.fromEntries(
    fieldsOf(entity).map((name) => [
      name,
      stored[name] === null || stored[name] === undefined ? null : String(stored[name]),
    ]),
  )
  return { id, name: row.fullName, version: row.version, values, counts }
}

/** Two records side by side: their values, what hangs on each, and what stands in the way of making them one. */
export const compareRecords = query({
  name: 'merges.compare',
  permission: merging,
  input: compareInput,
  output: comparison,
  run: async (call) => {
    const { entity, keptId, lostId } = call.input
    if (keptId === lostId) throw new AppError('invalid', { field: 'lostId', reason: 'merges.refusal.sameRecord' })
    const [kept, lost, conflicts, refusal] = await Promise.all([
      sideOf(call, entity, keptId),
      sideOf(call, entity, lostId),
      entity === 'student' ? sameYears(call, keptId, lostId) : [],
      entity === 'student' ? clashOf(call, keptId, lostId) : null,
    ])
    const stuck = conflicts.some(({ enrollments }) => enrollments.every(({ untouched }) => !untouched))
    const fields = [...fieldsOf(entity)]
    return { entity, kept, lost, fields, conflicts, refusal: refusal ?? (stuck ? 'merges.refusal.bothWorked' : null) }
  },
})

/** What was merged, the newest first. */
export const listMerges = query({
  name: 'merges.list',
  permission: merging,
  input: listMergesInput,
  output: mergeList,
  run: async ({ db, ctx, input: { entity, keptId, limit } }) => {
    const rows = await db.recordMerge.findMany({
      where: {
        ...(entity === 'student' ? { keptStudentId: { not: null } } : {}),
        ...(entity === 'guardian' ? { keptGuardianId: { not: null } } : {}),
        ...(keptId ? { OR: [{ keptStudentId: keptId }, { keptGuardianId: keptId }] } : {}),
      },
      orderBy: { createdAt: 'desc' },
      take: limit,
      select: {
        ...{ id: true, keptStudentId: true, keptGuardianId: true, keptName: true, lostName: true },
        ...{ createdAt: true, createdBy: true, undoUntil: true, undoneAt: true },
        creator: { select: { fullName: true } },
      },
    })
    const now = new Date()
    return {
      items: rows.map((row) => ({
        ...{ id: row.id, keptName: row.keptName, lostName: row.lostName },
        entity: row.keptStudentId ? ('student' as const) : ('guardian' as const),
        keptId: row.keptStudentId ?? row.keptGuardianId ?? '',
        at: row.createdAt.toISOString(),
        by: row.creator?.fullName ?? null,
        undoneAt: row.undoneAt?.toISOString() ?? null,
        undoUntil: !row.undoneAt && row.undoUntil > now && mayUndo(ctx, row) ? row.undoUntil.toISOString() : null,
      })),
    }
  },
})
