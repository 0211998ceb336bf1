import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { type Kept, type Moved, makeOne } from './making/steps'
import { mayUndo, merging } from './policy'
import { undoDays } from './rules'
import { merged, mergeInput, oneMergeInput, unmerged } from './schema'
import { makeTwo } from './undo/steps'

/**
 * Makes two records of one child, or of one guardian, one: everything of the one that goes hangs on the other afterwards.
 * @throws AppError conflict when one of them changed; not_allowed_now when both were worked on in one year, stand in one
 * case, or have the same plan
 */
export const mergeRecords = command({
  name: 'merges.merge',
  permission: merging,
  input: mergeInput,
  output: merged,
  run: async (call) => {
    const { db, ctx, input, audit } = call
    const { entity, keptId, lostId, reason } = input
    if (keptId === lostId) throw new AppError('invalid', { field: 'lostId', reason: 'merges.refusal.sameRecord' })
    const { kept, moved, names } = await makeOne(call, input)
    const undoUntil = new Date(Date.now() + undoDays * 86_400_000)
    const { id } = await db.recordMerge.create({
      data: {
        schoolId: ctx.schoolId,
        ...(entity === 'student' ? { keptStudentId: keptId } : { keptGuardianId: keptId }),
        lostId,
        keptName: names[0],
        lostName: names[1],
        rows: JSON.parse(JSON.stringify(kept)) as object,
        moved,
        reason: reason ?? null,
        createdBy: userIdOf(ctx),
        undoUntil,
      },
      select: { id: true },
    })
    audit({
      action: `${entity}.merge`,
      entity,
      entityId: keptId,
      ...(entity === 'student' ? { studentId: keptId } : {}),
      after: { name: names[1], lostId },
      reason: reason ?? null,
    })
    return { mergeId: id, keptId, undoUntil: undoUntil.toISOString() }
  },
})

/**
 * Makes one record two again, as they were, with what came since on the one that stayed.
 * @throws AppError not_found; not_allowed_now when it is too late, or the document is somebody's by now
 */
export const unmergeRecords = command({
  name: 'merges.undo',
  permission: merging,
  input: oneMergeInput,
  output: unmerged,
  run: async (call) => {
    const { db, ctx, input, audit } = call
    const merge = await db.recordMerge.findFirst({
      where: { id: input.mergeId },
      select: {
        ...{
          id: true,
          keptStudentId: true,
          keptGuardianId: true,
          lostId: true,
          lostName: true,
          rows: true,
          moved: true,
        },
        ...{ createdBy: true, undoUntil: true },
      },
    })
    if (!merge) throw new AppError('not_found')
    if (!mayUndo(ctx, merge)) throw new AppError('forbidden')
    const { count } = await db.recordMerge.updateMany({
      where: { id: merge.id, undoneAt: null, undoUntil: { gt: new Date() } },
      data: { undoneAt: new Date() },
    })
    if (count === 0) throw new AppError('not_allowed_now', { reason: 'merges.refusal.tooLate' })
    const entity = merge.keptStudentId ? 'student' : 'guardian'
    const keptId = merge.keptStudentId ?? merge.keptGuardianId ?? ''
    await makeTwo(call, { entity, keptId, rows: merge.rows as unknown as Kept, moved: merge.moved as Moved })
    for (const id of [keptId, merge.lostId])
      audit({
        action: `${entity}.unmerge`,
        entity,
        entityId: id,
        ...(entity === 'student' ? { studentId: id } : {}),
        after: { name: merge.lostName },
      })
    return { keptId, restoredId: merge.lostId }
  },
})
