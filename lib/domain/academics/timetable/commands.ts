import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { addDays, dateToDay, dayToDate, type IsoDay } from '@/lib/shared/dates'
import { endOn, firstDayIn, openFrom } from '../steps'
import { clashesOf, type PlannedLesson, showMinute } from './rules'
import { addLessonInput, endLessonInput, moveLessonInput, savedLesson } from './schema'
import { plannedLessons } from './steps'

type When = { weekday: number; startsMinute: number; endsMinute: number; room: string | null }

const courseColumns = {
  id: true,
  isActive: true,
  classGroupId: true,
  subject: { select: { name: true } },
  classGroup: {
    select: {
      code: true,
      room: true,
      schoolYear: { select: { id: true, startsOn: true, endsOn: true, status: true } },
    },
  },
  assignments: {
    select: { teacherId: true, validFrom: true, validTo: true, teacher: { select: { fullName: true } } },
  },
} as const

/** @throws AppError not_found; not_allowed_now when the course is out of use or its year over */
async function openCourse({ db }: CommandCall, id: string) {
  // Two who plan at the same moment: the school's row makes one wait, or both could take the last free hour.
  await db.school.updateMany({ where: {}, data: { updatedAt: new Date() } })
  const course = await db.courseOffering.findFirst({ where: { id }, select: courseColumns })
  if (!course) throw new AppError('not_found')
  if (!course.isActive) throw new AppError('not_allowed_now', { reason: 'courses.refusal.inactive' })
  if (!['planning', 'active'].includes(course.classGroup.schoolYear.status))
    throw new AppError('not_allowed_now', { reason: 'courses.refusal.yearOver' })
  return course
}
type Course = Awaited<ReturnType<typeof openCourse>>

const lastDay = (date: Date | null): IsoDay | null => (date ? dateToDay(date) : null)
const nameOf = (course: Course) => `${course.subject.name} ${course.classGroup.code}`

/** @throws AppError not_allowed_now with `data.clashes`, when group, teacher or room would be in two lessons at once */
async function refuseClash(
  call: CommandCall,
  course: Course,
  wanted: When & { id: string; validFrom: IsoDay; validTo: IsoDay | null },
): Promise<void> {
  const { startsOn, endsOn, id: schoolYearId } = course.classGroup.schoolYear
  if (wanted.validFrom < dateToDay(startsOn) || wanted.validFrom > dateToDay(endsOn))
    throw new AppError('invalid', { field: 'validFrom', reason: 'timetable.refusal.outsideYear' })
  if (wanted.validTo && wanted.validTo < wanted.validFrom)
    throw new AppError('invalid', { field: 'validTo', reason: 'timetable.refusal.days' })
  const lesson: PlannedLesson = {
    ...wanted,
    room: wanted.room ?? course.classGroup.room,
    classGroupId: course.classGroupId,
    groupCode: course.classGroup.code,
    subject: course.subject.name,
    teachers: course.assignments.flatMap(({ teacherId, teacher, validFrom, validTo }) =>
      teacherId && teacher
        ? [{ id: teacherId, name: teacher.fullName, validFrom: dateToDay(validFrom), validTo: lastDay(validTo) }]
        : [],
    ),
  }
  const near = {
    weekday: wanted.weekday,
    startsMinute: { lt: wanted.endsMinute },
    endsMinute: { gt: wanted.startsMinute },
    courseOffering: { isActive: true, classGroup: { schoolYearId } },
  }
  const clashes = clashesOf(lesson, await plannedLessons(call, near, wanted.validFrom))
  const [first] = clashes
  if (!first) return
  throw new AppError('not_allowed_now', {
    field: 'startsMinute',
    reason: `timetable.refusal.${first.kind}Taken`,
    data: {
      name: first.name,
      course: `${first.lesson.subject} ${first.lesson.groupCode}`,
      from: showMinute(first.lesson.startsMinute),
      to: showMinute(first.lesson.endsMinute),
      clashes: clashes.map(({ kind, name, lesson: { id } }) => ({ kind, name, slotId: id })),
    },
  })
}

const told = ({ weekday, startsMinute, endsMinute, room }: When) => ({
  weekday,
  time: `${showMinute(startsMinute)}–${showMinute(endsMinute)}`,
  ...(room ? { room } : {}),
})

/**
 * A lesson of every week, from a day on.
 * @throws AppError not_found; invalid outside the year; not_allowed_now when group, teacher or room are taken at that hour
 */
export const addLesson = command({
  name: 'timetable.add',
  permission: 'config:institution',
  input: addLessonInput,
  output: savedLesson,
  run: async (call) => {
    const { courseOfferingId, weekday, startsMinute, endsMinute, room = null, validTo = null } = call.input
    const course = await openCourse(call, courseOfferingId)
    const validFrom = call.input.validFrom ?? firstDayIn(course.classGroup.schoolYear)
    const when = { weekday, startsMinute, endsMinute, room }
    await refuseClash(call, course, { id: '', ...when, validFrom, validTo })
    const days = { validFrom: dayToDate(validFrom), validTo: validTo ? dayToDate(validTo) : null }
    const saved = await call.db.timetableSlot.create({
      data: { schoolId: call.ctx.schoolId, courseOfferingId, ...when, ...days },
      select: { id: true, version: true },
    })
    call.audit({
      action: 'lesson.add',
      entity: 'course',
      entityId: courseOfferingId,
      after: { name: nameOf(course), ...told(when), validFrom },
    })
    return saved
  },
})

const slotColumns = {
  id: true,
  version: true,
  courseOfferingId: true,
  weekday: true,
  startsMinute: true,
  endsMinute: true,
  room: true,
  validFrom: true,
  validTo: true,
} as const

async function slotOf({ db }: CommandCall, slotId: string, version: number) {
  const slot = await db.timetableSlot.findFirst({ where: { id: slotId }, select: slotColumns })
  if (!slot) throw new AppError('not_found')
  const { id, weekday, startsMinute, endsMinute, room } = slot
  if (slot.version !== version)
    throw new AppError('conflict', { current: { id, weekday, startsMinute, endsMinute, room, version: slot.version } })
  return slot
}

/**
 * Another hour or room from a day on; what was taught at the old hour keeps it.
 * @throws AppError not_found; conflict; not_allowed_now when group, teacher or room are taken
 */
export const moveLesson = command({
  name: 'timetable.move',
  permission: 'config:institution',
  input: moveLessonInput,
  output: savedLesson,
  run: async (call) => {
    const { db, ctx } = call
    const { slotId, version, weekday, startsMinute, endsMinute, room = null } = call.input
    const seen = await slotOf(call, slotId, version)
    const course = await openCourse(call, seen.courseOfferingId)
    const slot = await slotOf(call, slotId, version)
    const validTo = lastDay(slot.validTo)
    const begins = dateToDay(slot.validFrom)
    const wanted = call.input.validFrom ?? firstDayIn(course.classGroup.schoolYear)
    const validFrom = wanted < begins ? begins : wanted
    const when = { weekday, startsMinute, endsMinute, room }
    await refuseClash(call, course, { id: slotId, ...when, validFrom, validTo })
    await endOn(db.timetableSlot, { id: slotId }, addDays(validFrom, -1))
    const saved = await db.timetableSlot.create({
      data: {
        schoolId: ctx.schoolId,
        courseOfferingId: slot.courseOfferingId,
        ...when,
        validFrom: dayToDate(validFrom),
        validTo: slot.validTo,
      },
      select: { id: true, version: true },
    })
    call.audit({
      action: 'lesson.move',
      entity: 'course',
      entityId: slot.courseOfferingId,
      before: { name: nameOf(course), ...told(slot) },
      after: { name: nameOf(course), ...told(when), validFrom },
    })
    return saved
  },
})

/** The last day on which the lesson is held; one that never began goes. */
export const endLesson = command({
  name: 'timetable.end',
  permission: 'config:institution',
  input: endLessonInput,
  output: savedLesson,
  run: async (call) => {
    const { slotId, version, validTo } = call.input
    const seen = await slotOf(call, slotId, version)
    const course = await openCourse(call, seen.courseOfferingId)
    const slot = await slotOf(call, slotId, version)
    await endOn(call.db.timetableSlot, { id: slotId, ...openFrom(validTo) }, validTo)
    call.audit({
      action: 'lesson.end',
      entity: 'course',
      entityId: slot.courseOfferingId,
      before: { name: nameOf(course), ...told(slot) },
      after: { name: nameOf(course), ...told(slot), validTo },
    })
    return { id: slotId, version: version + 1 }
  },
})
