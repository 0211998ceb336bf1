import { addDays, daysBetween, type IsoDay, weekday } from '@/lib/shared/dates'
import { hasLessons } from '../academics/timetable/rules'
import { type AttendanceStatus, attendanceStatuses, type RollLock } from './schema'

/** Days of the calendar that differ from Monday to Friday. */
export type CalendarException = { day: IsoDay; kind: string }

/** Whether a day counts as one of school: Monday to Friday but for holidays and recess, and the days that are made up. */
export function isSchoolDay(day: IsoDay, exceptions: readonly CalendarException[]): boolean {
  const kinds = exceptions.filter((one) => one.day === day).map(({ kind }) => kind)
  return (weekday(day) <= 5 || kinds.includes('extra')) && hasLessons(day, kinds)
}

/** School days after `from` up to and including `to`; 0 on the day itself. */
export function schoolDaysSince(from: IsoDay, to: IsoDay, exceptions: readonly CalendarException[]): number {
  let count = 0
  for (let day = 1; day <= daysBetween(from, to); day++) if (isSchoolDay(addDays(from, day), exceptions)) count += 1
  return count
}

type Writing = {
  day: IsoDay
  today: IsoDay
  year: { startsOn: IsoDay; endsOn: IsoDay; status: string }
  /** `all`: coordinator, rector. `own`: the teacher of the course, the group's director. `none`: who may only look. */
  right: 'all' | 'own' | 'none'
  windowDays: number
  exceptions: readonly CalendarException[]
}

/**
 * Why a list may not be written, or null when it may. A teacher has the school's window (three school days by default);
 * afterwards a correction is asked for and a coordinator decides.
 */
export function rollLock({ day, today, year, right, windowDays, exceptions }: Writing): RollLock | null {
  if (right === 'none') return 'reader'
  if (day > today) return 'future'
  if (day < year.startsOn || day > year.endsOn || year.status === 'archived') return 'outside'
  if (right === 'all') return null
  return schoolDaysSince(day, today, exceptions) > windowDays ? 'window' : null
}

/** From one day to the next a list closes: what changes afterwards needs its reason. */
export const needsReason = (day: IsoDay, today: IsoDay, closedAt: string | null): boolean =>
  closedAt !== null || day < today

/** One tap: present, absent, late, excused, and round again. */
export function nextStatus(status: AttendanceStatus): AttendanceStatus {
  return attendanceStatuses[(attendanceStatuses.indexOf(status) + 1) % attendanceStatuses.length] ?? 'present'
}

export type Counts = { present: number; absent: number; late: number; excused: number }

export function countStatuses(rows: readonly { status: AttendanceStatus }[]): Counts {
  const counts = { present: 0, absent: 0, late: 0, excused: 0 }
  for (const { status } of rows) counts[status] += 1
  return counts
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part * 1000) / whole) / 10)

/**
 * Rates with one decimal. `attended`: was there, on time or late. `absence`: unexcused absences, what the school's rules
 * of promotion look at (no national figure exists: the SIEE sets it, usually 20 or 25 %); excused days are lessons held
 * like any other and count on neither side. Late is present.
 */
export function rates({ present, absent, late, excused }: Counts): {
  total: number
  attended: number
  absence: number
} {
  const total = present + absent + late + excused
  return { total, attended: percent(present + late, total), absence: percent(absent, total) }
}
