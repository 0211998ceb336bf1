import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { dayToDate } from '@/lib/shared/dates'
import { decides } from '../policy'
import { enterExcuses } from './policy'
import { createExcuseInput, decideExcuseInput, savedExcuse } from './schema'
import { enrollmentOn } from './sql'

/**
 * Takes down why a student was or will be away, with the paper if there is one; a coordinator decides.
 * @throws AppError not_found for a student who is not visible or not enrolled on the first day; not_allowed_now for a file
 * that has not been confirmed, or is used already
 */
export const createExcuse = command({
  name: 'attendance.createExcuse',
  permission: enterExcuses,
  input: createExcuseInput,
  output: savedExcuse,
  prepare: ({ ctx, sql, input }) => enrollmentOn({ ctx, sql }, input.studentId, input.validFrom),
  run: async ({ db, ctx, input, prepared: enrollmentId, audit, notify }) => {
    const { studentId, validFrom, validTo, reason, fileId } = input
    if (!enrollmentId) throw new AppError('not_found')
    if (fileId) await mindFile(db, fileId, userIdOf(ctx))
    const { id } = await db.absenceExcuse.create({
      data: {
        schoolId: ctx.schoolId,
        enrollmentId,
        validFrom: dayToDate(validFrom),
        validTo: dayToDate(validTo),
        reason,
        fileId: fileId ?? null,
      },
      select: { id: true },
    })
    audit({
      action: 'excuse.create',
      entity: 'absence_excuse',
      entityId: id,
      studentId,
      after: { from: validFrom, to: validTo, withFile: fileId !== undefined },
      reason,
    })
    await notify({ kind: 'excuseAsked', path: 'attendance/excuses' })
    return { id, status: 'pending' as const, version: 1, excused: 0 }
  },
})

/** The paper is the one that this person has just sent, and no other excuse's. */
async function mindFile(db: CommandCall['db'], fileId: string, createdBy: string | null): Promise<void> {
  const file = await db.storedFile.findFirst({
    where: { id: fileId, purpose: 'excuse', createdBy },
    select: { status: true, excuses: { select: { id: true }, take: 1 } },
  })
  if (!file) throw new AppError('not_found')
  if (file.status !== 'ready' || file.excuses.length > 0)
    throw new AppError('not_allowed_now', { reason: 'attendance.refusal.file' })
}

/**
 * Accepting makes the absences of those days excused, each with its history and a link to the excuse; lists that are
 * taken later begin that way. Rejecting says why and changes nothing.
 * @throws AppError not_found also for who decides nothing; conflict when somebody decided first
 */
export const decideExcuse = command({
  name: 'attendance.decideExcuse',
  permission: 'write:attendance',
  input: decideExcuseInput,
  output: savedExcuse,
  run: async (call) => {
    const { db, ctx, input, audit } = call
    const { excuseId: id, version, decision, note } = input
    if (!decides(ctx)) throw new AppError('not_found')
    const excuse = await db.absenceExcuse.findFirst({
      where: { id },
      select: {
        status: true,
        version: true,
        enrollmentId: true,
        validFrom: true,
        validTo: true,
        reason: true,
        enrollment: { select: { studentId: true } },
      },
    })
    if (!excuse) throw new AppError('not_found')
    const { count } = await db.absenceExcuse.updateMany({
      where: { id, version, status: 'pending' },
      data: {
        status: decision,
        decidedBy: userIdOf(ctx),
        decidedAt: new Date(),
        decisionNote: note ?? null,
        version: { increment: 1 },
      },
    })
    if (count === 0) throw new AppError('conflict', { current: { id, status: excuse.status, version: excuse.version } })
    const excused = decision === 'accepted' ? await excuseAbsences(call, id, excuse) : 0
    audit({
      action: decision === 'accepted' ? 'excuse.accept' : 'excuse.reject',
      entity: 'absence_excuse',
      entityId: id,
      studentId: excuse.enrollment.studentId,
      after: { count: excused },
      reason: note ?? excuse.reason,
    })
    return { id, status: decision, version: version + 1, excused }
  },
})

type Covered = { enrollmentId: string; validFrom: Date; validTo: Date; reason: string }

async function excuseAbsences({ db, ctx }: CommandCall, excuseId: string, covered: Covered): Promise<number> {
  const { enrollmentId, validFrom, validTo, reason } = covered
  const days = { enrollmentId, day: { gte: validFrom, lte: validTo } }
  // Marked "excused" by the teacher before the paper came: it gets its paper.
  await db.attendanceRecord.updateMany({ where: { ...days, status: 'excused', excuseId: null }, data: { excuseId } })
  const absences = await db.attendanceRecord.findMany({ where: { ...days, status: 'absent' }, select: { id: true } })
  if (absences.length === 0) return 0
  const ids = absences.map(({ id }) => id)
  const { count } = await db.attendanceRecord.updateMany({
    where: { id: { in: ids }, status: 'absent' },
    data: { status: 'excused', excuseId, version: { increment: 1 } },
  })
  // Somebody corrected one of them in this very moment.
  if (count !== ids.length) throw new AppError('conflict')
  const change = {
    schoolId: ctx.schoolId,
    beforeStatus: 'absent',
    afterStatus: 'excused',
    reason,
    changedBy: userIdOf(ctx),
  }
  await db.attendanceChange.createMany({ data: ids.map((recordId) => ({ ...change, recordId })) })
  return count
}
