import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { addDays, dateToDay, type IsoDay, today } from '@/lib/shared/dates'
import { firstDayIn, openFrom } from '../steps'
import { endPlacementInput, movePlacementInput, placedStudents, placeStudentsInput, savedPlacement } from './schema'
import { placeable, seat, unseat } from './steps'

const groupColumns = {
  id: true,
  code: true,
  gradeLevel: true,
  shift: true,
  capacity: true,
  isActive: true,
  schoolYearId: true,
  schoolYear: { select: { startsOn: true, endsOn: true, status: true } },
} as const

/** A group that students can be put in. @throws AppError not_found; not_allowed_now out of use, or when the year is over */
async function openGroup({ db }: CommandCall, classGroupId: string) {
  const group = await db.classGroup.findFirst({ where: { id: classGroupId }, select: groupColumns })
  if (!group) throw new AppError('not_found')
  if (!group.isActive) throw new AppError('not_allowed_now', { reason: 'placements.refusal.groupInactive' })
  if (!['planning', 'active'].includes(group.schoolYear.status))
    throw new AppError('not_allowed_now', { reason: 'placements.refusal.yearOver' })
  return group
}

/** A day inside the year and not ahead of today, so that the group that an enrollment names is the one of today. */
function refuseDay(day: IsoDay, { startsOn, endsOn }: { startsOn: Date; endsOn: Date }, field: string): void {
  const [first, last, latest] = [dateToDay(startsOn), dateToDay(endsOn), firstDayIn({ startsOn })]
  if (day < first || day > last) throw new AppError('invalid', { field, reason: 'placements.refusal.outsideYear' })
  if (day > latest) throw new AppError('invalid', { field, reason: 'placements.refusal.ahead' })
}

/** The enrollments, each held until the end of the transaction: two who place the same child wait for each other. */
async function holdEnrollments({ db }: CommandCall, ids: string[], data: { groupCode: string | null; shift?: string }) {
  await db.enrollment.updateMany({ where: { id: { in: ids } }, data: { ...data, version: { increment: 1 } } })
  return db.enrollment.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      studentId: true,
      gradeLevel: true,
      schoolYearId: true,
      status: true,
      student: { select: { fullName: true } },
      schoolYear: { select: { startsOn: true, endsOn: true } },
      placements: {
        orderBy: { validFrom: 'desc' },
        select: { classGroupId: true, validFrom: true, validTo: true, classGroup: { select: { code: true } } },
      },
    },
  })
}

const isOpen = ({ validTo }: { validTo: Date | null }) => validTo === null || dateToDay(validTo) >= today()

/**
 * Puts students of the group's grade who sit in no group into it and into its courses. More than it has places for is
 * allowed, and told.
 * @throws AppError not_found; invalid for another grade or year, or a day outside the year; not_allowed_now when one sits in
 * a group already, or is withdrawn
 */
export const placeStudents = command({
  name: 'placements.place',
  permission: 'write:enrollment',
  input: placeStudentsInput,
  output: placedStudents,
  run: async (call) => {
    const { classGroupId, reason = null } = call.input
    const group = await openGroup(call, classGroupId)
    const validFrom = call.input.validFrom ?? firstDayIn(group.schoolYear)
    refuseDay(validFrom, group.schoolYear, 'validFrom')
    const ids = [...new Set(call.input.enrollmentIds)]
    const found = await holdEnrollments(call, ids, placeIn(group))
    if (found.length < ids.length) throw new AppError('not_found')
    for (const { gradeLevel, schoolYearId, status, placements, student } of found) {
      const data = { name: student.fullName }
      if (gradeLevel !== group.gradeLevel || schoolYearId !== group.schoolYearId)
        throw new AppError('invalid', { field: 'enrollmentIds', reason: 'placements.refusal.otherGrade', data })
      if (!placeable.some((state) => state === status))
        throw new AppError('not_allowed_now', { reason: 'placements.refusal.notEnrolled', data })
      if (placements.some(isOpen))
        throw new AppError('not_allowed_now', { reason: 'placements.refusal.alreadyPlaced', data })
      const last = placements[0]?.validTo
      if (last && dateToDay(last) >= validFrom)
        throw new AppError('invalid', { field: 'validFrom', reason: 'placements.refusal.beforeLast', data })
    }
    await seat(call, { classGroupId, enrollmentIds: ids, validFrom, reason })
    for (const { id, studentId } of found)
      call.audit({
        action: 'enrollment.enterGroup',
        entity: 'enrollment',
        entityId: id,
        studentId,
        after: { groupCode: group.code, validFrom },
        reason,
      })
    const students = await call.db.groupPlacement.count({ where: { classGroupId, ...openFrom(today()) } })
    return { classGroupId, placed: ids.length, students, capacity: group.capacity }
  },
})

const placeIn = ({ code, shift }: { code: string; shift: string | null }) => ({
  groupCode: code,
  ...(shift ? { shift } : {}),
})

/**
 * Takes a student to another group of the same grade from a day on: the day before is the last in the old one, the courses
 * follow, scores and roll calls stay where they were taken.
 * @throws AppError not_found; invalid; not_allowed_now when the student sits in no group, or in that one already
 */
export const movePlacement = command({
  name: 'placements.move',
  permission: 'write:enrollment',
  input: movePlacementInput,
  output: savedPlacement,
  run: async (call) => {
    const { enrollmentId, classGroupId, validFrom, reason } = call.input
    const group = await openGroup(call, classGroupId)
    const [enrollment] = await holdEnrollments(call, [enrollmentId], placeIn(group))
    if (!enrollment) throw new AppError('not_found')
    refuseDay(validFrom, group.schoolYear, 'validFrom')
    if (enrollment.gradeLevel !== group.gradeLevel || enrollment.schoolYearId !== group.schoolYearId)
      throw new AppError('invalid', { field: 'classGroupId', reason: 'placements.refusal.otherGrade' })
    const current = enrollment.placements.find(isOpen)
    if (!current) throw new AppError('not_allowed_now', { reason: 'placements.refusal.notPlaced' })
    if (current.classGroupId === classGroupId)
      throw new AppError('not_allowed_now', { field: 'classGroupId', reason: 'placements.refusal.sameGroup' })
    if (validFrom < dateToDay(current.validFrom))
      throw new AppError('invalid', { field: 'validFrom', reason: 'placements.refusal.beforePlacement' })
    await seat(call, { classGroupId, enrollmentIds: [enrollmentId], validFrom, reason })
    call.audit({
      action: 'enrollment.changeGroup',
      entity: 'enrollment',
      entityId: enrollmentId,
      studentId: enrollment.studentId,
      before: { groupCode: current.classGroup.code },
      after: { groupCode: group.code, validFrom },
      reason,
    })
    return { enrollmentId, classGroupId, groupCode: group.code, validFrom }
  },
})

/**
 * Takes a student out of the group without another one; the enrollment goes on.
 * @throws AppError not_found; invalid; not_allowed_now when the student sits in no group
 */
export const endPlacement = command({
  name: 'placements.end',
  permission: 'write:enrollment',
  input: endPlacementInput,
  output: savedPlacement,
  run: async (call) => {
    const { enrollmentId, validTo, reason } = call.input
    const [enrollment] = await holdEnrollments(call, [enrollmentId], { groupCode: null })
    if (!enrollment) throw new AppError('not_found')
    const current = enrollment.placements.find(isOpen)
    if (!current) throw new AppError('not_allowed_now', { reason: 'placements.refusal.notPlaced' })
    if (validTo > today()) throw new AppError('invalid', { field: 'validTo', reason: 'placements.refusal.ahead' })
    if (validTo < addDays(dateToDay(current.validFrom), -1))
      throw new AppError('invalid', { field: 'validTo', reason: 'placements.refusal.beforePlacement' })
    await unseat(call, enrollmentId, validTo, reason)
    call.audit({
      action: 'enrollment.leaveGroup',
      entity: 'enrollment',
      entityId: enrollmentId,
      studentId: enrollment.studentId,
      before: { groupCode: current.classGroup.code },
      after: { validTo },
      reason,
    })
    return { enrollmentId, classGroupId: null, groupCode: null, validFrom: null }
  },
})
