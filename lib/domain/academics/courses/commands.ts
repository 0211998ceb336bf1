import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { dateToDay, dayToDate, today } from '@/lib/shared/dates'
import { openFrom } from '../steps'
import { teacherClashes } from '../timetable/steps'
import {
  assigned,
  assignedMany,
  assignManyInput,
  assignTeacherInput,
  endAssignmentInput,
  endedAssignment,
} from './schema'
import { courseName, dayInYear, handOver, openCourses, teacherNames } from './steps'

type Assignment = { courseOfferingId: string; teacherId: string; validFrom: string }

/** Somebody who helps or stands in, beside the main teacher. */
async function addBeside(
  call: CommandCall,
  wanted: Assignment & { role: string; validTo: string | null; reason: string | null },
): Promise<void> {
  const { db, ctx } = call
  const { courseOfferingId, teacherId, role, validFrom, validTo, reason } = wanted
  const [course] = await openCourses(call, [courseOfferingId])
  if (!course) throw new AppError('not_found')
  if (!course.isActive) throw new AppError('not_allowed_now', { reason: 'courses.refusal.inactive' })
  if (validTo && dayInYear(course, validTo, 'validTo') < validFrom)
    throw new AppError('invalid', { field: 'validTo', reason: 'courses.refusal.days' })
  const names = await teacherNames(call, [teacherId])
  const there = await db.teacherAssignment.findFirst({
    where: {
      courseOfferingId,
      teacherId,
      ...openFrom(validFrom),
      validFrom: { lte: dayToDate(validTo ?? '2199-12-31') },
    },
    select: { id: true },
  })
  if (there) throw new AppError('duplicate', { field: 'teacherId', reason: 'courses.refusal.alreadyAssigned' })
  await db.teacherAssignment.create({
    data: {
      schoolId: ctx.schoolId,
      courseOfferingId,
      teacherId,
      role,
      validFrom: dayToDate(validFrom),
      validTo: validTo ? dayToDate(validTo) : null,
      reason,
      createdBy: userIdOf(ctx),
    },
  })
  call.audit({
    action: role === 'support' ? 'course.assignSupport' : 'course.assignSubstitute',
    entity: 'course',
    entityId: courseOfferingId,
    after: { name: courseName(course), teacher: names.get(teacherId), validFrom, ...(validTo ? { validTo } : {}) },
    reason,
  })
}

/**
 * Gives a course to a teacher. As main teacher it is a hand-over: who had it keeps the days until the day before.
 * @throws AppError not_found; invalid outside the year; duplicate; not_allowed_now when the person may not write scores
 */
export const assignTeacher = command({
  name: 'courses.assign',
  permission: 'config:institution',
  input: assignTeacherInput,
  output: assigned,
  run: async (call) => {
    const { courseOfferingId, teacherId, role, reason = null, validTo = null } = call.input
    const [course] = await openCourses(call, [courseOfferingId])
    if (!course) throw new AppError('not_found')
    const validFrom = dayInYear(course, call.input.validFrom, 'validFrom')
    if (role === 'main' && validTo)
      throw new AppError('invalid', { field: 'validTo', reason: 'courses.refusal.mainHasNoEnd' })
    if (role === 'main') await handOver(call, { pairs: [{ courseOfferingId, teacherId }], validFrom, reason })
    else await addBeside(call, { courseOfferingId, teacherId, role, validFrom, validTo, reason })
    const saved = await call.db.teacherAssignment.findFirst({
      where: { courseOfferingId, teacherId, role },
      orderBy: { validFrom: 'desc' },
      select: { id: true, validFrom: true },
    })
    if (!saved) throw new AppError('not_found')
    return {
      assignmentId: saved.id,
      courseOfferingId,
      teacherId,
      validFrom: dateToDay(saved.validFrom),
      clashes: await teacherClashes(call, [teacherId], validFrom),
    }
  },
})

/**
 * Gives many courses to their main teachers at once, everything or nothing; who has a course already keeps it.
 * @throws AppError like assignTeacher
 */
export const assignMany = command({
  name: 'courses.assignMany',
  permission: 'config:institution',
  input: assignManyInput,
  output: assignedMany,
  run: async (call) => {
    const { assignments, validFrom, reason } = call.input
    const ids = assignments.map(({ courseOfferingId }) => courseOfferingId)
    if (new Set(ids).size < ids.length)
      throw new AppError('invalid', { field: 'assignments', reason: 'courses.refusal.twice' })
    const changed = await handOver(call, { pairs: assignments, validFrom, reason })
    const teachers = [...new Set(changed.map(({ teacherId }) => teacherId))]
    const [first] = changed.map(({ from }) => from).toSorted()
    return {
      saved: changed.length,
      unchanged: assignments.length - changed.length,
      clashes: first ? await teacherClashes(call, teachers, first) : [],
    }
  },
})

/**
 * The last day on which somebody teaches a course; what was marked until then stays theirs.
 * @throws AppError not_found; conflict; invalid before the first day
 */
export const endAssignment = command({
  name: 'courses.endAssignment',
  permission: 'config:institution',
  input: endAssignmentInput,
  output: endedAssignment,
  run: async (call) => {
    const { db, input } = call
    const { assignmentId, version, validTo, reason = null } = input
    const before = await db.teacherAssignment.findFirst({
      where: { id: assignmentId },
      select: { courseOfferingId: true, validFrom: true, validTo: true, teacher: { select: { fullName: true } } },
    })
    if (!before) throw new AppError('not_found')
    const [course] = await openCourses(call, [before.courseOfferingId])
    if (!course) throw new AppError('not_found')
    if (validTo < dateToDay(before.validFrom))
      throw new AppError('invalid', { field: 'validTo', reason: 'courses.refusal.days' })
    if (before.validTo && dateToDay(before.validTo) < today())
      throw new AppError('not_allowed_now', { reason: 'courses.refusal.assignmentOver' })
    await updateVersioned(db.teacherAssignment, {
      id: assignmentId,
      version,
      data: { validTo: dayToDate(dayInYear(course, validTo, 'validTo')), ...(reason ? { reason } : {}) },
    })
    call.audit({
      action: 'course.endAssignment',
      entity: 'course',
      entityId: before.courseOfferingId,
      before: { name: courseName(course), teacher: before.teacher?.fullName ?? null },
      after: { name: courseName(course), teacher: before.teacher?.fullName ?? null, validTo },
      reason,
    })
    return { assignmentId, validTo }
  },
})
