import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { decodeCursor, encodeCursor } from '@/lib/shared/cursor'
import { dateToDay } from '@/lib/shared/dates'
import { isUuid } from '@/lib/shared/ids'
import { readRolls, readsAll } from '../policy'
import type { AttendanceStatus } from '../schema'
import { type CorrectionRow, correctionPage, listCorrectionsInput } from './schema'

/** Corrections that were asked for, oldest first: all for who reads the school, the own ones for a teacher. */
export const listCorrections = query({
  name: 'attendance.corrections',
  permission: readRolls,
  input: listCorrectionsInput,
  output: correctionPage,
  run: async ({ db, ctx, input: { status, cursor, limit } }) => {
    const [after] = (cursor && decodeCursor(cursor, 1)) || []
    if (cursor && !isUuid(after)) throw new AppError('invalid', { field: 'cursor', reason: 'validation.cursor' })
    const rows = await db.attendanceCorrection.findMany({
      // Ids are in the order of time.
      where: {
        status,
        ...(readsAll(ctx) ? {} : { requestedBy: userIdOf(ctx) }),
        ...(isUuid(after) ? { id: { gt: after } } : {}),
      },
      orderBy: { id: 'asc' },
      take: limit + 1,
      select: {
        id: true,
        status: true,
        beforeStatus: true,
        wantedStatus: true,
        reason: true,
        decisionNote: true,
        createdAt: true,
        version: true,
        requester: { select: { fullName: true } },
        decider: { select: { fullName: true } },
        record: {
          select: {
            status: true,
            enrollment: { select: { student: { select: { id: true, fullName: true } } } },
            list: {
              select: { day: true, lesson: true, classGroupId: true, classGroup: { select: { code: true } } },
            },
          },
        },
      },
    })
    const items = rows.slice(0, limit).map(
      ({ record: { list, enrollment, ...record }, ...row }): CorrectionRow => ({
        id: row.id,
        status: row.status as CorrectionRow['status'],
        before: row.beforeStatus as AttendanceStatus,
        wanted: row.wantedStatus as AttendanceStatus,
        current: record.status as AttendanceStatus,
        reason: row.reason,
        note: row.decisionNote,
        askedBy: row.requester?.fullName ?? null,
        askedAt: row.createdAt.toISOString(),
        decidedBy: row.decider?.fullName ?? null,
        version: row.version,
        studentId: enrollment.student.id,
        student: enrollment.student.fullName,
        classGroupId: list.classGroupId,
        group: list.classGroup.code,
        day: dateToDay(list.day),
        lesson: list.lesson,
      }),
    )
    const last = rows.length > limit ? items.at(-1) : undefined
    return { items, nextCursor: last ? encodeCursor([last.id]) : null }
  },
})
