import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { decodeCursor, encodeCursor } from '@/lib/shared/cursor'
import { dateToDay } from '@/lib/shared/dates'
import { isUuid } from '@/lib/shared/ids'
import { readRolls } from '../policy'
import { visibleExcuses } from './policy'
import { type ExcuseRow, type ExcuseStatus, excusePage, listExcusesInput } from './schema'

/** Excuses, newest first: of the school, or of the students in a teacher's courses. */
export const listExcuses = query({
  name: 'attendance.excuses',
  permission: readRolls,
  input: listExcusesInput,
  output: excusePage,
  run: async ({ db, ctx, input: { status, studentId, cursor, limit } }) => {
    const [before] = (cursor && decodeCursor(cursor, 1)) || []
    if (cursor && !isUuid(before)) throw new AppError('invalid', { field: 'cursor', reason: 'validation.cursor' })
    const rows = await db.absenceExcuse.findMany({
      where: {
        AND: [
          visibleExcuses(ctx, userIdOf(ctx)),
          status ? { status } : {},
          studentId ? { enrollment: { studentId } } : {},
          isUuid(before) ? { id: { lt: before } } : {},
        ],
      },
      orderBy: { id: 'desc' },
      take: limit + 1,
      select: {
        id: true,
        status: true,
        validFrom: true,
        validTo: true,
        reason: true,
        decisionNote: true,
        fileId: true,
        version: true,
        decider: { select: { fullName: true } },
        enrollment: { select: { groupCode: true, student: { select: { id: true, fullName: true } } } },
        _count: { select: { records: true } },
      },
    })
    const items = rows.slice(0, limit).map(
      ({ enrollment, decider, fileId, decisionNote, _count, ...row }): ExcuseRow => ({
        ...row,
        status: row.status as ExcuseStatus,
        validFrom: dateToDay(row.validFrom),
        validTo: dateToDay(row.validTo),
        studentId: enrollment.student.id,
        student: enrollment.student.fullName,
        group: enrollment.groupCode,
        note: decisionNote,
        decidedBy: decider?.fullName ?? null,
        hasFile: fileId !== null,
        excused: _count.records,
      }),
    )
    const last = rows.length > limit ? items.at(-1) : undefined
    return { items, nextCursor: last ? encodeCursor([last.id]) : null }
  },
})
