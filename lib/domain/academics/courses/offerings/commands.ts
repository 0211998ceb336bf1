import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { addDays, today } from '@/lib/shared/dates'
import { defined } from '@/lib/shared/defined'
import { syncCourseEnrollments } from '../../placements/steps'
import { endOn } from '../../steps'
import { addCourseInput, savedCourse, updateCourseInput } from '../schema'
import { courseName, openCourses } from '../steps'

/**
 * A subject for one group, beside those that its plan generates; the group's students are in it.
 * @throws AppError not_found; duplicate when the group has the subject; not_allowed_now when group or subject are out of use
 */
export const addCourse = command({
  name: 'courses.add',
  permission: 'config:institution',
  input: addCourseInput,
  output: savedCourse,
  run: async (call) => {
    const { db, ctx, input } = call
    const { classGroupId, subjectId, weeklyHours, areaWeight = null, validFrom } = input
    const [group, subject, there, last] = await Promise.all([
      db.classGroup.findFirst({
        where: { id: classGroupId },
        select: { code: true, isActive: true, schoolYear: { select: { status: true } } },
      }),
      db.subject.findFirst({ where: { id: subjectId }, select: { name: true, isActive: true } }),
      db.courseOffering.findFirst({ where: { classGroupId, subjectId }, select: { id: true } }),
      db.courseOffering.findFirst({
        where: { classGroupId },
        orderBy: { position: 'desc' },
        select: { position: true },
      }),
    ])
    if (!group || !subject) throw new AppError('not_found')
    if (!['planning', 'active'].includes(group.schoolYear.status))
      throw new AppError('not_allowed_now', { reason: 'courses.refusal.yearOver' })
    if (!group.isActive) throw new AppError('not_allowed_now', { reason: 'placements.refusal.groupInactive' })
    if (!subject.isActive)
      throw new AppError('not_allowed_now', { field: 'subjectId', reason: 'courses.refusal.subjectInactive' })
    if (there) throw new AppError('duplicate', { field: 'subjectId', reason: 'courses.refusal.hasSubject' })
    const saved = await db.courseOffering.create({
      data: {
        schoolId: ctx.schoolId,
        classGroupId,
        subjectId,
        weeklyHours: String(weeklyHours),
        areaWeight: areaWeight === null ? null : String(areaWeight),
        position: (last?.position ?? 0) + 10,
      },
      select: { id: true, version: true },
    })
    await syncCourseEnrollments(call, classGroupId, validFrom ?? undefined)
    call.audit({
      action: 'course.create',
      entity: 'course',
      entityId: saved.id,
      after: { name: `${subject.name} ${group.code}`, weeklyHours },
    })
    return saved
  },
})

/** Everything that hangs on a course that is given up: until yesterday, or today when it began today. */
async function closeCourse({ db }: CommandCall, courseOfferingId: string): Promise<void> {
  const last = today()
  await endOn(db.courseEnrollment, { courseOfferingId }, last)
  await endOn(db.teacherAssignment, { courseOfferingId }, last)
  await endOn(db.timetableSlot, { courseOfferingId }, last)
}

type Stored = {
  id: string
  version: number
  weeklyHours: { toString(): string }
  areaWeight: { toString(): string } | null
  position: number
  isActive: boolean
}

/**
 * Hours, weight in the area, order, and whether the course is in use. Out of use, teachers, students and lessons end
 * today and stay in the history; back in use, the group's students are in it again, from tomorrow when they were today.
 * @throws AppError not_found; conflict
 */
export const updateCourse = command({
  name: 'courses.update',
  permission: 'config:institution',
  input: updateCourseInput,
  output: savedCourse,
  run: async (call) => {
    const { db } = call
    const { courseOfferingId, version, ...sent } = call.input
    const [course] = await openCourses(call, [courseOfferingId])
    if (!course) throw new AppError('not_found')
    const stored = await db.courseOffering.findFirst({
      where: { id: courseOfferingId },
      select: { weeklyHours: true, areaWeight: true, position: true, isActive: true },
    })
    if (!stored) throw new AppError('not_found')
    const { weeklyHours, areaWeight, ...plain } = defined(sent)
    const data = {
      ...plain,
      ...(weeklyHours === undefined ? {} : { weeklyHours: String(weeklyHours) }),
      ...(areaWeight === undefined ? {} : { areaWeight: areaWeight === null ? null : String(areaWeight) }),
    }
    const saved = await updateVersioned<Stored>(db.courseOffering, {
      id: courseOfferingId,
      version,
      data,
      shows: ['position', 'isActive'],
    })
    if (data.isActive === false && course.isActive) await closeCourse(call, courseOfferingId)
    if (data.isActive && !course.isActive) await syncCourseEnrollments(call, course.classGroupId, addDays(today(), 1))
    const name = courseName(course)
    const before = {
      ...stored,
      weeklyHours: stored.weeklyHours.toString(),
      areaWeight: stored.areaWeight?.toString() ?? null,
    }
    const lines = changed<Record<string, unknown>>(before, data)
    call.audit({
      action: 'course.update',
      entity: 'course',
      entityId: courseOfferingId,
      before: { name, ...lines.before },
      after: { name, ...lines.after },
    })
    return { id: saved.id, version: saved.version }
  },
})
