import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { today } from '@/lib/shared/dates'
import { readRolls } from './policy'
import { type AttendanceStatus, historyInput, recordHistory, roll, rollInput } from './schema'
import { readAttendanceSettings } from './settings/schema'
import { openRoll } from './steps'

/**
 * A group's list of a day or of one of its lessons: who belongs on it and what is recorded. Before it is taken everybody
 * is present (`list` null, versions 0).
 */
export const readRoll = query({
  name: 'attendance.roll',
  permission: readRolls,
  input: rollInput,
  output: roll,
  run: async ({ ctx, sql, input: { day = today(), ...place } }) => {
    const { group, course, lessons, settings, list, rows, lock, closed } = await openRoll(
      { ctx, sql },
      { ...place, day },
    )
    return {
      group,
      day,
      lesson: place.lesson,
      course,
      lessons,
      mode: readAttendanceSettings(settings).mode,
      list,
      closed,
      lock,
      rows: rows.map(({ excuseId, status, version, ...row }) => ({
        ...row,
        status: status ?? (excuseId ? 'excused' : 'present'),
        version: version ?? 0,
        excused: excuseId !== null,
      })),
    }
  },
})

/** What a record was before, newest first. @throws AppError not_found also for lists that the person may not open */
export const historyOfMark = query({
  name: 'attendance.history',
  permission: readRolls,
  input: historyInput,
  output: recordHistory,
  run: async ({ ctx, sql, db, input: { recordId } }) => {
    const record = await db.attendanceRecord.findFirst({
      where: { id: recordId },
      select: {
        list: { select: { classGroupId: true, day: true, lesson: true } },
        history: {
          orderBy: { changedAt: 'desc' },
          select: {
            beforeStatus: true,
            afterStatus: true,
            reason: true,
            changedAt: true,
            changer: { select: { fullName: true } },
          },
        },
      },
    })
    if (!record) throw new AppError('not_found')
    const { day, ...place } = record.list
    await openRoll({ ctx, sql }, { ...place, day: day.toISOString().slice(0, 10) })
    return {
      items: record.history.map(({ beforeStatus, afterStatus, reason, changedAt, changer }) => ({
        before: beforeStatus as AttendanceStatus | null,
        after: afterStatus as AttendanceStatus,
        reason,
        by: changer?.fullName ?? null,
        at: changedAt.toISOString(),
      })),
    }
  },
})
