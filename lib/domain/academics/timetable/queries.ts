import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import type { Sql } from '@/lib/platform/db/sql'
import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { addDays, type IsoDay, today, weekday } from '@/lib/shared/dates'
import { isHoliday } from '@/lib/shared/holidays'
import { readStructure, teaches } from '../policy'
import { clashesOf, hasLessons } from './rules'
import { clashesInput, clashList, type DayLesson, dayInput, dayLessons, type Lesson, week, weekInput } from './schema'
import { calendarOf, lessonsOfDay, weekOf } from './sql'

type Reader = { ctx: SchoolContext; sql: Sql }
export type Asked = { day: IsoDay; teacherId?: string | undefined; classGroupId?: string | undefined }

/**
 * The lessons of a day, of a teacher, of a group or of everybody, without asking whose they are: none on holidays and on
 * days that the calendar leaves free. For other nouns, which ask for the rights themselves.
 * @returns by hour; `lesson` numbers the group's day from 1
 */
export async function lessonsOn({ ctx, sql }: Reader, { day, ...whose }: Asked): Promise<DayLesson[]> {
  const [calendar, lessons] = await Promise.all([
    calendarOf({ ctx, sql }, day),
    lessonsOfDay({ ctx, sql }, whose, day, weekday(day)),
  ])
  const isHeld =
    calendar &&
    hasLessons(
      day,
      calendar.map(({ kind }) => kind),
    )
  return isHeld ? lessons : []
}

/** A teacher asks for the own lessons only, whatever the input says. */
const whoseLessons = (ctx: SchoolContext, teacherId: string | undefined) => {
  if (!teaches(ctx, 'read:students')) return teacherId
  if (teacherId && teacherId !== userIdOf(ctx)) throw new AppError('not_found')
  return userIdOf(ctx) ?? undefined
}

/** The first day after `day` with lessons, up to two weeks ahead. */
async function nextLessons(reader: Reader, day: IsoDay, whose: Omit<Asked, 'day'>) {
  for (let ahead = 1; ahead <= 14; ahead++) {
    const later = addDays(day, ahead)
    const items = await lessonsOn(reader, { day: later, ...whose })
    if (items.length > 0) return { day: later, items }
  }
  return null
}

/** The lessons of one day; for a teacher the own ones. */
export const listDayLessons = query({
  name: 'timetable.day',
  permission: ['read:students', 'read:own_students'],
  input: dayInput,
  output: dayLessons,
  run: async ({ db, ctx, sql, input }) => {
    const day = input.day ?? today()
    const teacherId = whoseLessons(ctx, input.teacherId)
    await refuseUnknown(db, input)
    const calendar = (await calendarOf({ ctx, sql }, day)) ?? []
    const off = calendar.find(({ kind }) => kind === 'off' || kind === 'recess')
    const held = hasLessons(
      day,
      calendar.map(({ kind }) => kind),
    )
    const free = held ? null : { holiday: isHoliday(day), name: off?.name ?? null }
    const asked = { teacherId, classGroupId: input.classGroupId }
    const items = held ? await lessonsOn({ ctx, sql }, { day, ...asked }) : []
    const next = items.length === 0 && input.orNext ? await nextLessons({ ctx, sql }, day, asked) : null
    return { day: next?.day ?? day, free, items: next?.items ?? items }
  },
})

type Known = Parameters<Parameters<typeof query>[0]['run']>[0]['db']

/** @throws AppError not_found for a group or a person of another school, as for one that does not exist */
async function refuseUnknown(db: Known, asked: { classGroupId?: string | undefined; teacherId?: string | undefined }) {
  const [group, teacher] = await Promise.all([
    asked.classGroupId ? db.classGroup.findFirst({ where: { id: asked.classGroupId }, select: { id: true } }) : true,
    asked.teacherId
      ? db.schoolMembership.findFirst({ where: { userId: asked.teacherId }, select: { id: true } })
      : true,
  ])
  if (!group || !teacher) throw new AppError('not_found')
}

/** The week of a group, of a teacher or of everybody, as it is on a day; teachers, students and families see their own part. */
export const readWeek = query({
  name: 'timetable.week',
  permission: readStructure,
  input: weekInput,
  output: week,
  run: async ({ db, ctx, sql, input }) => {
    await refuseUnknown(db, input)
    const day = input.day ?? (await nearestDay(db))
    return { day, items: await weekOf({ ctx, sql }, input, day) }
  },
})

/** Today, or the nearest day of the active year when today lies outside it, so that holidays show the last or the next week. */
async function nearestDay(db: Known): Promise<IsoDay> {
  const year = await db.schoolYear.findFirst({
    where: { status: 'active' },
    orderBy: { startsOn: 'desc' },
    select: { startsOn: true, endsOn: true },
  })
  const now = today()
  if (!year) return now
  const [first, last] = [year.startsOn.toISOString().slice(0, 10), year.endsOn.toISOString().slice(0, 10)]
  return now < first ? first : now > last ? last : now
}

const planned = (lesson: Lesson) => ({
  ...lesson,
  teachers: lesson.teachers.map((teacher) => ({ ...teacher, validFrom: lesson.validFrom, validTo: lesson.validTo })),
})

/** Where the timetable of today has a group, a teacher or a room in two lessons at once, as after a course changed hands. */
export const listClashes = query({
  name: 'timetable.clashes',
  permission: 'config:institution',
  input: clashesInput,
  output: clashList,
  run: async ({ db, ctx, sql, input }) => {
    const year = input.yearId
      ? await db.schoolYear.findFirst({ where: { id: input.yearId }, select: { startsOn: true, endsOn: true } })
      : null
    if (input.yearId && !year) throw new AppError('not_found')
    const [near, first] = [await nearestDay(db), year?.startsOn.toISOString().slice(0, 10)]
    const inYear = year && first && (near < first || near > year.endsOn.toISOString().slice(0, 10)) ? first : near
    const lessons = await weekOf({ ctx, sql }, {}, inYear)
    const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]))
    // Only lessons of one weekday can meet: five small rounds instead of one over the whole week.
    const items = [1, 2, 3, 4, 5, 6, 7].flatMap((day) => {
      const ofDay = lessons.filter((lesson) => lesson.weekday === day).map(planned)
      return ofDay.flatMap((one, index) =>
        clashesOf(one, ofDay.slice(index + 1)).map(({ kind, name, lesson }) => ({
          kind,
          name,
          lessons: [one.id, lesson.id].flatMap((id) => byId.get(id) ?? []),
        })),
      )
    })
    return { items }
  },
})

/** The seven days, Monday first, of the week that holds the day. */
export const daysOfWeek = (day: IsoDay): IsoDay[] =>
  Array.from({ length: 7 }, (_, index) => addDays(day, index + 1 - weekday(day)))
