import { command, done } from '@/lib/platform/operation'
import { holdRollover, mustBeOf } from '../run/steps'
import { failureInput } from '../schema'
import { readRollover } from '../steps'

/**
 * Writes down that one student could not be taken along, or back, for an error that nobody expected. What an earlier run did
 * for the student stands; the next run or undoing tries again, with this student and whoever else is left.
 * @throws AppError not_found; not_allowed_now when neither a run nor an undoing is under way
 */
export const recordFailure = command({
  name: 'rollovers.recordFailure',
  permission: 'config:institution',
  input: failureInput,
  output: done,
  run: async (call) => {
    const { db, rows, input, audit } = call
    const { rolloverId, enrollmentId, during } = input
    await holdRollover(call, rolloverId, during)
    const rollover = await readRollover({ db }, rolloverId)
    await mustBeOf(call, rollover, [enrollmentId])
    const known = await db.rolloverStudent.findFirst({
      where: { rolloverId, enrollmentId },
      select: { id: true, status: true },
    })
    const now = { problem: 'failed', done_at: new Date() }
    if (!known)
      await rows.insert('rollover_students', [
        { rollover_id: rolloverId, enrollment_id: enrollmentId, status: 'skipped', ...now },
      ])
    else {
      const left = known.status === 'done' || known.status === 'kept' ? {} : { status: 'skipped' }
      await rows.update('rollover_students', { id: known.id }, { ...left, ...now })
    }
    const enrollment = await db.enrollment.findFirst({ where: { id: enrollmentId }, select: { studentId: true } })
    audit({
      action: 'rollover.failed',
      entity: 'rollover',
      entityId: rolloverId,
      studentId: enrollment?.studentId ?? null,
      after: { to: rollover.toYear.name, during },
    })
    return { ok: true as const }
  },
})
