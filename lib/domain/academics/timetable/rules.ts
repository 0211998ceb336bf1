import type { IsoDay } from '@/lib/shared/dates'
import { isHoliday } from '@/lib/shared/holidays'

/** Days from the first to the last one, both included; no last one: it goes on. */
export type Span = { validFrom: IsoDay; validTo: IsoDay | null }

export type PlannedLesson = Span & {
  id: string
  /** 1 Monday … 7 Sunday */
  weekday: number
  /** Minutes from midnight in Bogotá; the end is the first minute that is free again. */
  startsMinute: number
  endsMinute: number
  room: string | null
  classGroupId: string
  groupCode: string
  subject: string
  teachers: readonly (Span & { id: string; name: string })[]
}

export type Clash = { kind: 'group' | 'teacher' | 'room'; name: string; lesson: PlannedLesson }

const later = (a: IsoDay, b: IsoDay) => (a > b ? a : b)
const earlier = (a: IsoDay | null, b: IsoDay | null) => (a === null ? b : b === null || a < b ? a : b)

/** The days that two spans have in common; null when they have none. */
export function common(a: Span, b: Span): Span | null {
  const span = { validFrom: later(a.validFrom, b.validFrom), validTo: earlier(a.validTo, b.validTo) }
  return span.validTo !== null && span.validTo < span.validFrom ? null : span
}

const sameRoom = (a: string | null, b: string | null) =>
  a !== null && b !== null && a.trim().toLowerCase() === b.trim().toLowerCase()

/** Everything that would be in two places at once if `wanted` took place beside `lessons`; itself is left out. */
export function clashesOf(wanted: PlannedLesson, lessons: readonly PlannedLesson[]): Clash[] {
  return lessons.flatMap((lesson): Clash[] => {
    const days = common(wanted, lesson)
    const meets =
      lesson.id !== wanted.id &&
      lesson.weekday === wanted.weekday &&
      lesson.startsMinute < wanted.endsMinute &&
      wanted.startsMinute < lesson.endsMinute
    if (!days || !meets) return []
    const both = wanted.teachers.filter((one) => {
      const span = common(one, days)
      return span && lesson.teachers.some((other) => other.id === one.id && common(other, span))
    })
    const names = [...new Set(both.map(({ name }) => name))]
    return [
      ...(lesson.classGroupId === wanted.classGroupId
        ? [{ kind: 'group' as const, name: wanted.groupCode, lesson }]
        : []),
      ...names.map((name) => ({ kind: 'teacher' as const, name, lesson })),
      ...(sameRoom(lesson.room, wanted.room) ? [{ kind: 'room' as const, name: wanted.room ?? '', lesson }] : []),
    ]
  })
}

export type CalendarDayKind = 'off' | 'recess' | 'event' | 'extra'

/**
 * Whether lessons are held on a day: not on holidays, nor on days that the calendar of the school leaves free; on a day
 * made up (`extra`) even so.
 * @param kinds what the school's calendar says of the day
 */
export function hasLessons(day: IsoDay, kinds: readonly string[]): boolean {
  if (kinds.includes('extra')) return true
  return !isHoliday(day) && !kinds.includes('off') && !kinds.includes('recess')
}

/** '7:05' from minutes since midnight, as a Colombian timetable prints it: 24 hours. */
export function showMinute(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}

/** '07:05' as an input of type time has it. */
export const toClock = (minute: number): string => showMinute(minute).padStart(5, '0')

/** Minutes since midnight from '7:05' or '07:05'; null when it is no time. */
export function fromClock(text: string): number | null {
  const found = /^(\d{1,2}):(\d{2})$/.exec(text.trim())
  if (!found) return null
  const [hour, minute] = [Number(found[1]), Number(found[2])]
  return hour < 24 && minute < 60 ? hour * 60 + minute : null
}
