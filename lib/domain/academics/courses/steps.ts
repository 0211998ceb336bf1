import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { addDays, dateToDay, dayToDate, type IsoDay, today } from '@/lib/shared/dates'
import { endOn, firstDayIn, openFrom } from '../steps'
import { mayHoldCourse } from './rules'

const courseColumns = {
  id: true,
  version: true,
  isActive: true,
  classGroupId: true,
  subject: { select: { name: true } },
  classGroup: { select: { code: true, schoolYear: { select: { startsOn: true, endsOn: true, status: true } } } },
} as const

/**
 * Courses that may be changed, as they stand once nobody else plans: two who hand the same course over, or deactivate the
 * person meanwhile, wait for each other at the school's row.
 * @throws AppError not_found when one is missing; not_allowed_now when its year is over
 */
export async function openCourses({ db }: CommandCall, ids: readonly string[]) {
  await db.school.updateMany({ where: {}, data: { updatedAt: new Date() } })
  const courses = await db.courseOffering.findMany({ where: { id: { in: [...ids] } }, select: courseColumns })
  if (courses.length < new Set(ids).size) throw new AppError('not_found')
  for (const { classGroup } of courses)
    if (!['planning', 'active'].includes(classGroup.schoolYear.status))
      throw new AppError('not_allowed_now', { reason: 'courses.refusal.yearOver' })
  return courses
}
export type OpenCourse = Awaited<ReturnType<typeof openCourses>>[number]

export const courseName = ({ subject, classGroup }: OpenCourse): string => `${subject.name} ${classGroup.code}`

/** Names of the people. @throws AppError not_found for nobody of the school; not_allowed_now for who may not write scores */
export async function teacherNames({ db }: CommandCall, ids: readonly string[]): Promise<Map<string, string>> {
  const members = await db.schoolMembership.findMany({
    where: { userId: { in: [...ids] } },
    select: { userId: true, roles: true, isActive: true, user: { select: { fullName: true } } },
  })
  if (members.length < new Set(ids).size) throw new AppError('not_found')
  for (const { roles, isActive, user } of members)
    if (!isActive || !mayHoldCourse(roles as string[]))
      throw new AppError('not_allowed_now', {
        field: 'teacherId',
        reason: 'courses.refusal.notTeacher',
        data: { name: user.fullName },
      })
  return new Map(members.map(({ userId, user }) => [userId, user.fullName]))
}

/** @throws AppError invalid for a day outside the course's year */
export function dayInYear(course: OpenCourse, day: IsoDay | null | undefined, field: string): IsoDay {
  const { schoolYear } = course.classGroup
  const chosen = day ?? firstDayIn(schoolYear)
  if (chosen < dateToDay(schoolYear.startsOn) || chosen > dateToDay(schoolYear.endsOn))
    throw new AppError('invalid', { field, reason: 'courses.refusal.outsideYear' })
  return chosen
}

/** As many courses as a notice names. */
const MOST_NAMED = 5

export type HandOver = {
  pairs: readonly { courseOfferingId: string; teacherId: string }[]
  validFrom?: IsoDay | null | undefined
  reason?: string | null | undefined
}

/**
 * Gives courses to their new main teachers from a day on. Who taught until then keeps the days until the day before; an
 * assignment that had not begun gives way.
 * @returns which pairs were new, with the day each counts from
 * @throws AppError not_allowed_now when the day would take away days on which somebody else taught already
 */
export async function handOver(call: CommandCall, { pairs, validFrom, reason }: HandOver) {
  const { db, ctx, audit, notify } = call
  const courses = await openCourses(
    call,
    pairs.map(({ courseOfferingId }) => courseOfferingId),
  )
  const names = await teacherNames(
    call,
    pairs.map(({ teacherId }) => teacherId),
  )
  const mains = await db.teacherAssignment.findMany({
    where: { courseOfferingId: { in: courses.map(({ id }) => id) }, role: 'main', ...openFrom(today()) },
    select: {
      courseOfferingId: true,
      teacherId: true,
      validFrom: true,
      validTo: true,
      teacher: { select: { fullName: true } },
    },
  })
  const changed = pairs.flatMap(({ courseOfferingId, teacherId }) => {
    const course = courses.find(({ id }) => id === courseOfferingId) as OpenCourse
    if (!course.isActive) throw new AppError('not_allowed_now', { reason: 'courses.refusal.inactive' })
    const from = dayInYear(course, validFrom, 'validFrom')
    const before = mains.filter((main) => main.courseOfferingId === courseOfferingId)
    const stays = before.find((main) => main.teacherId === teacherId && main.validTo === null)
    if (stays && dateToDay(stays.validFrom) <= from) return []
    const [first] = before.filter((main) => dateToDay(main.validFrom) >= from && dateToDay(main.validFrom) < today())
    if (first)
      throw new AppError('not_allowed_now', {
        field: 'validFrom',
        reason: 'courses.refusal.taughtAlready',
        data: { name: first.teacher?.fullName ?? '', course: courseName(course) },
      })
    return [{ course, teacherId, from, before }]
  })
  for (const from of new Set(changed.map((one) => one.from))) {
    const group = changed.filter((one) => one.from === from)
    const ids = group.map(({ course }) => course.id)
    const last = addDays(from, -1)
    await endOn(db.teacherAssignment, { courseOfferingId: { in: ids }, role: 'main' }, last)
    const own = group.map(({ course, teacherId }) => ({ courseOfferingId: course.id, teacherId }))
    await endOn(db.teacherAssignment, { OR: own }, last)
  }
  await db.teacherAssignment.createMany({
    data: changed.map(({ course, teacherId, from }) => ({
      schoolId: ctx.schoolId,
      courseOfferingId: course.id,
      teacherId,
      role: 'main',
      validFrom: dayToDate(from),
      reason: reason ?? null,
      createdBy: userIdOf(ctx),
    })),
  })
  for (const { course, teacherId, from, before } of changed) {
    const [earlier] = before
    const name = courseName(course)
    audit({
      action: earlier ? 'course.handOver' : 'course.assign',
      entity: 'course',
      entityId: course.id,
      ...(earlier ? { before: { name, teacher: earlier.teacher?.fullName ?? null } } : {}),
      after: { name, teacher: names.get(teacherId), validFrom: from },
      reason: reason ?? null,
    })
  }
  for (const [teacherId, its] of Map.groupBy(changed, (one) => one.teacherId)) {
    const courses = its.map(({ course }) => courseName(course))
    const name = courses.length > MOST_NAMED ? `${courses.slice(0, MOST_NAMED).join(', ')} …` : courses.join(', ')
    await notify({ kind: 'courseAssigned', users: [teacherId], data: { name }, path: 'gradebook' })
  }
  return changed.map(({ course, teacherId, from }) => ({ courseOfferingId: course.id, teacherId, from }))
}
