import type { TenantClient } from '@/lib/platform/db/tenant'
import { dateToDay, type IsoDay } from '@/lib/shared/dates'
import { openFrom } from '../steps'
import { type Clash, clashesOf, type PlannedLesson } from './rules'

const lastDay = (date: Date | null): IsoDay | null => (date ? dateToDay(date) : null)

type Tables = Pick<TenantClient, 'timetableSlot'>

/**
 * Lessons that count on the day or later, with who gives them then.
 * @param where narrows `db.timetableSlot`; the caller's transaction is read, so what it has changed counts
 */
export async function plannedLessons(
  { db }: { db: Tables },
  where: Record<string, unknown>,
  from: IsoDay,
): Promise<PlannedLesson[]> {
  const rows = await db.timetableSlot.findMany({
    where: { AND: [where, openFrom(from)] },
    select: {
      id: true,
      weekday: true,
      startsMinute: true,
      endsMinute: true,
      room: true,
      validFrom: true,
      validTo: true,
      courseOffering: {
        select: {
          classGroupId: true,
          classGroup: { select: { code: true, room: true } },
          subject: { select: { name: true } },
          assignments: {
            where: openFrom(from),
            select: { teacherId: true, validFrom: true, validTo: true, teacher: { select: { fullName: true } } },
          },
        },
      },
    },
  })
  return rows.map(({ courseOffering: course, validFrom, validTo, ...slot }) => ({
    ...slot,
    room: slot.room ?? course.classGroup.room,
    validFrom: dateToDay(validFrom),
    validTo: lastDay(validTo),
    classGroupId: course.classGroupId,
    groupCode: course.classGroup.code,
    subject: course.subject.name,
    teachers: course.assignments.flatMap(({ teacherId, teacher, ...days }) =>
      teacherId && teacher
        ? [
            {
              id: teacherId,
              name: teacher.fullName,
              validFrom: dateToDay(days.validFrom),
              validTo: lastDay(days.validTo),
            },
          ]
        : [],
    ),
  }))
}

/** What somebody would have to do twice at once from the day on, each pair once. */
export async function teacherClashes(call: { db: Tables }, teacherIds: readonly string[], from: IsoDay) {
  const lessons = await plannedLessons(
    call,
    {
      courseOffering: {
        isActive: true,
        assignments: { some: { teacherId: { in: [...teacherIds] }, ...openFrom(from) } },
      },
    },
    from,
  )
  return lessons.flatMap((lesson, index) =>
    clashesOf(lesson, lessons.slice(index + 1))
      .filter(({ kind }) => kind === 'teacher')
      .map((clash) => toldClash(lesson, clash)),
  )
}

const named = ({ subject, groupCode }: PlannedLesson) => `${subject} ${groupCode}`

const toldClash = (lesson: PlannedLesson, clash: Clash) => ({
  teacher: clash.name,
  weekday: lesson.weekday,
  startsMinute: Math.max(lesson.startsMinute, clash.lesson.startsMinute),
  courses: [named(lesson), named(clash.lesson)],
})
