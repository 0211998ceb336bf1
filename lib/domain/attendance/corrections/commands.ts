import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { dateToDay, showDay } from '@/lib/shared/dates'
import { decides } from '../policy'
import type { AttendanceStatus } from '../schema'
import { changeRecord, openRoll } from '../steps'
import { correctionSaved, decideCorrectionInput, requestCorrectionInput } from './schema'

const recordColumns = {
  id: true,
  status: true,
  version: true,
  enrollment: { select: { studentId: true } },
  list: { select: { classGroupId: true, day: true, lesson: true } },
} as const

/**
 * After the teacher's window: asks a coordinator to correct a record. Both values are kept, whatever is decided.
 * @throws AppError not_found; not_allowed_now while the record can be corrected directly, when it already says so, or when
 * a correction of it is waiting
 */
export const requestCorrection = command({
  name: 'attendance.requestCorrection',
  permission: 'write:attendance',
  input: requestCorrectionInput,
  output: correctionSaved,
  prepare: async ({ ctx, sql, db, input }) => {
    const record = await db.attendanceRecord.findFirst({ where: { id: input.recordId }, select: recordColumns })
    if (!record) throw new AppError('not_found')
    const { day, ...place } = record.list
    const { lock } = await openRoll({ ctx, sql }, { ...place, day: dateToDay(day) })
    return { record, lock }
  },
  run: async ({ db, ctx, input, prepared: { record, lock }, audit, notify }) => {
    const { recordId, wantedStatus, reason } = input
    const refuse = (key: string) => new AppError('not_allowed_now', { reason: `attendance.refusal.${key}` })
    if (lock !== 'window') throw refuse(lock ?? 'correctDirectly')
    if (record.status === wantedStatus) throw refuse('alreadySo')
    const waiting = await db.attendanceCorrection.findFirst({
      where: { recordId, status: 'pending' },
      select: { id: true },
    })
    if (waiting) throw refuse('alreadyAsked')
    const data = { recordId, beforeStatus: record.status, wantedStatus, reason, requestedBy: userIdOf(ctx) }
    const { id } = await db.attendanceCorrection.create({
      data: { schoolId: ctx.schoolId, ...data },
      select: { id: true },
    })
    audit({
      action: 'attendance.requestCorrection',
      entity: 'attendance_record',
      entityId: recordId,
      studentId: record.enrollment.studentId,
      before: { attendance: record.status },
      after: { attendance: wantedStatus, day: dateToDay(record.list.day) },
      reason,
    })
    await notify({ kind: 'correctionAsked', path: 'attendance/corrections' })
    return { id, status: 'pending' as const, version: 1 }
  },
})

/**
 * A coordinator or the rector approves, and the record changes with the reason that was given, or rejects, and it stays.
 * @throws AppError conflict when somebody decided first; forbidden for who holds no right over the whole school
 */
export const decideCorrection = command({
  name: 'attendance.decideCorrection',
  permission: 'write:attendance',
  input: decideCorrectionInput,
  output: correctionSaved,
  run: async (call) => {
    const { db, ctx, input, audit, notify } = call
    const { correctionId: id, version, decision, note } = input
    if (!decides(ctx)) throw new AppError('not_found')
    const correction = await db.attendanceCorrection.findFirst({
      where: { id },
      select: {
        status: true,
        version: true,
        wantedStatus: true,
        reason: true,
        requestedBy: true,
        record: { select: recordColumns },
      },
    })
    if (!correction) throw new AppError('not_found')
    const { count } = await db.attendanceCorrection.updateMany({
      where: { id, version, status: 'pending' },
      data: {
        status: decision,
        decidedBy: userIdOf(ctx),
        decidedAt: new Date(),
        decisionNote: note ?? null,
        version: { increment: 1 },
      },
    })
    const current = { id, status: correction.status, version: correction.version }
    if (count === 0) throw new AppError('conflict', { current })
    const { record, wantedStatus, reason, requestedBy } = correction
    const mark = { status: wantedStatus as AttendanceStatus, minutesLate: null }
    if (decision === 'approved' && record.status !== wantedStatus) {
      const changed = await changeRecord(call, { record, mark, reason })
      if (changed === null) throw new AppError('conflict', { current })
    }
    audit({
      action: decision === 'approved' ? 'attendance.approveCorrection' : 'attendance.rejectCorrection',
      entity: 'attendance_record',
      entityId: record.id,
      studentId: record.enrollment.studentId,
      before: { attendance: record.status },
      after: { attendance: wantedStatus, day: dateToDay(record.list.day) },
      reason: note ?? reason,
    })
    const day = dateToDay(record.list.day)
    await notify({
      kind: 'correctionDecided',
      users: requestedBy ? [requestedBy] : [],
      data: { decision, day: showDay(day) },
      path: `attendance/${record.list.classGroupId}?day=${day}`,
    })
    return { id, status: decision, version: version + 1 }
  },
})
