import { AppError } from '@/lib/platform/errors'
import { nothing, query } from '@/lib/platform/operation'
import { addDays, type IsoDay, today } from '@/lib/shared/dates'
import { readStudents } from '../../students/policy'
import { readRolls } from '../policy'
import { type Counts, rates } from '../rules'
import type { AttendanceStatus } from '../schema'
import { type AttendanceMode, readAttendanceSettings } from '../settings/schema'
import {
  alerts,
  attendanceOfStudent,
  type Basis,
  ofStudentInput,
  rollGroupList,
  type SummaryRow,
  streakList,
  summary,
  summaryInput,
} from './schema'
import * as read from './sql'

const basisOf = (mode: AttendanceMode): Basis => (mode === 'lesson' ? 'lesson' : 'day')
const rated = (row: read.CountedRow): SummaryRow => ({ ...row, ...rates(row) })

type Settings = {
  findFirst: (args: {
    where: object
    select: { attendanceSettings: true }
  }) => PromiseLike<{ attendanceSettings: unknown } | null>
}

const settingsOf = async (db: { schoolSettings: Settings }) =>
  readAttendanceSettings(
    (await db.schoolSettings.findFirst({ where: {}, select: { attendanceSettings: true } }))?.attendanceSettings,
  )

/**
 * Attendance between two days, both included, per student, group or subject. Excused absences are counted apart and are
 * not absences for promotion; being late is being there.
 */
export const readSummary = query({
  name: 'attendance.summary',
  permission: readRolls,
  input: summaryInput,
  output: summary,
  run: async ({ ctx, sql, db, input: { by, from, to, classGroupId, basis: wanted } }) => {
    const basis = by === 'subject' ? 'lesson' : (wanted ?? basisOf((await settingsOf(db)).mode))
    const [reader, span] = [
      { ctx, sql },
      { from, to },
    ]
    const rows =
      by === 'student'
        ? await read.countByStudent(reader, span, basis, classGroupId)
        : by === 'group'
          ? await read.countByGroup(reader, span, basis, classGroupId)
          : await read.countBySubject(reader, span, classGroupId)
    return { basis, items: rows.map(rated) }
  },
})

/** The groups of the running year whose lists a person may open. */
export const listRollGroups = query({
  name: 'attendance.groups',
  permission: readRolls,
  input: nothing,
  output: rollGroupList,
  run: async ({ ctx, sql }) => ({ items: await read.groupsOf({ ctx, sql }, today()) }),
})

/** A row of absences is looked for in the last days only: older ones have been broken or followed up. */
const streakSpan = (day: IsoDay) => ({ from: addDays(day, -60), to: day })
/** Below that, one absence is already ten percent. */
const enough = 10

/** Who is away too often: days in a row now, and unexcused absences since the year began. */
export const readAlerts = query({
  name: 'attendance.alerts',
  permission: 'read:attendance',
  input: nothing,
  output: alerts,
  run: async ({ ctx, sql, db }) => {
    const day = today()
    const [{ mode, streakDays, alertPercent }, year] = await Promise.all([
      settingsOf(db),
      db.schoolYear.findFirst({ where: { status: 'active' }, select: { startsOn: true } }),
    ])
    if (!year) return { streaks: [], low: [], streakDays, alertPercent }
    const from = year.startsOn.toISOString().slice(0, 10)
    const [reader, basis] = [{ ctx, sql }, basisOf(mode)]
    const [streaks, rows] = await Promise.all([
      read.streaks(reader, streakSpan(day), basis, streakDays),
      read.countByStudent(reader, { from, to: day }, basis),
    ])
    const low = rows
      .map(rated)
      .filter(({ total, absence }) => total >= enough && absence >= alertPercent)
      .toSorted((a, b) => b.absence - a.absence)
      .slice(0, 50)
    return { streaks, low, streakDays, alertPercent }
  },
})

/** Who is away without excuse now, days in a row, the longest first. */
export const listStreaks = query({
  name: 'attendance.streaks',
  permission: 'read:attendance',
  input: nothing,
  output: streakList,
  run: async ({ ctx, sql, db }) => {
    const { mode, streakDays } = await settingsOf(db)
    return { streakDays, items: await read.streaks({ ctx, sql }, streakSpan(today()), basisOf(mode), streakDays) }
  },
})

const sum = (rows: readonly Counts[]): Counts => {
  const total = { present: 0, absent: 0, late: 0, excused: 0 }
  for (const row of rows) for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += row[key]
  return total
}

/**
 * A student's year: totals, subjects, and every mark that is not "present". A student sees the own, a guardian with an
 * account the own children's. @throws AppError not_found for a student whom this person may not see
 */
export const readAttendanceOfStudent = query({
  name: 'attendance.ofStudent',
  permission: readStudents,
  input: ofStudentInput,
  output: attendanceOfStudent,
  run: async ({ ctx, sql, input: { studentId, yearId } }) => {
    const found = await read.ofStudent({ ctx, sql }, studentId, yearId)
    if (!found) throw new AppError('not_found')
    const basis = basisOf(readAttendanceSettings(found.settings).mode)
    const totals = sum(found.counted.filter(({ lesson }) => lesson === (basis === 'lesson')))
    return {
      basis,
      totals: { ...totals, ...rates(totals) },
      subjects: found.counted.flatMap(({ lesson, id, name, ...row }) =>
        lesson && id ? [rated({ ...row, id, name: name ?? '', studentId: null, group: null })] : [],
      ),
      marks: found.marks.map((mark) => ({ ...mark, status: mark.status as AttendanceStatus })),
    }
  },
})
