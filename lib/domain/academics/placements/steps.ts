import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { addDays, dateToDay, dayToDate, type IsoDay, today } from '@/lib/shared/dates'
import { endOn, firstDayIn, openFrom } from '../steps'

/** States in which a child may sit in a group: papers that are missing keep nobody out. */
export const placeable = ['pending_documents', 'in_review', 'active'] as const

export type Seat = { classGroupId: string; enrollmentIds: string[]; validFrom: IsoDay; reason?: string | null }

/** From the day on the students sit in the group and in each of its courses, and in no other. */
export async function seat({ db, ctx }: CommandCall, { classGroupId, enrollmentIds, validFrom, reason }: Seat) {
  const where = { enrollmentId: { in: enrollmentIds } }
  const lastDay = addDays(validFrom, -1)
  await endOn(db.groupPlacement, where, lastDay)
  await endOn(db.courseEnrollment, where, lastDay)
  const since = { schoolId: ctx.schoolId, validFrom: dayToDate(validFrom), reason: reason ?? null }
  const courses = await db.courseOffering.findMany({ where: { classGroupId, isActive: true }, select: { id: true } })
  await db.groupPlacement.createMany({
    data: enrollmentIds.map((enrollmentId) => ({ ...since, classGroupId, enrollmentId, createdBy: userIdOf(ctx) })),
  })
  await db.courseEnrollment.createMany({
    data: enrollmentIds.flatMap((enrollmentId) =>
      courses.map(({ id }) => ({ ...since, courseOfferingId: id, enrollmentId })),
    ),
  })
}

/** The student's last day in group and courses. What was marked stays where it is. */
export async function unseat({ db }: CommandCall, enrollmentId: string, lastDay: IsoDay, reason?: string | null) {
  await endOn(db.groupPlacement, { enrollmentId }, lastDay, reason)
  await endOn(db.courseEnrollment, { enrollmentId }, lastDay, reason)
}

/**
 * Brings a group's students and its courses together after courses were added, taken out of use or back into it: each
 * student of the group is in each active course, since the day in the group or since `from` when that is later.
 * Safe to repeat.
 */
export async function syncCourseEnrollments(
  { db, ctx }: Pick<CommandCall, 'db' | 'ctx'>,
  classGroupId: string,
  from?: IsoDay,
): Promise<void> {
  const now = today()
  const [placements, courses] = await Promise.all([
    db.groupPlacement.findMany({
      where: { classGroupId, ...openFrom(now) },
      select: { enrollmentId: true, validFrom: true, validTo: true },
    }),
    db.courseOffering.findMany({ where: { classGroupId }, select: { id: true, isActive: true } }),
  ])
  const idle = courses.filter(({ isActive }) => !isActive).map(({ id }) => id)
  if (idle.length > 0) await endOn(db.courseEnrollment, { courseOfferingId: { in: idle } }, now)
  const active = courses.filter(({ isActive }) => isActive)
  const known = await db.courseEnrollment.findMany({
    where: { courseOfferingId: { in: active.map(({ id }) => id) }, ...openFrom(now) },
    select: { courseOfferingId: true, enrollmentId: true },
  })
  const has = new Set(known.map(({ courseOfferingId, enrollmentId }) => `${courseOfferingId} ${enrollmentId}`))
  const missing = active.flatMap(({ id: courseOfferingId }) =>
    placements
      .filter(({ enrollmentId }) => !has.has(`${courseOfferingId} ${enrollmentId}`))
      .map(({ enrollmentId, validFrom, validTo }) => ({
        schoolId: ctx.schoolId,
        courseOfferingId,
        enrollmentId,
        validFrom: from && from > dateToDay(validFrom) ? dayToDate(from) : validFrom,
        validTo,
      })),
  )
  if (missing.length > 0) await db.courseEnrollment.createMany({ data: missing })
}

const followed = {
  studentId: true,
  status: true,
  groupCode: true,
  gradeLevel: true,
  schoolYearId: true,
  schoolYear: { select: { startsOn: true, endsOn: true } },
} as const

/**
 * Makes group and courses follow an enrollment that was changed or took another state: withdrawn, both end today; active
 * (also after a re-entry) or named for another group, the student sits in the group that the enrollment names, from today
 * on. A group that does not exist yet is left for the list of students without one.
 * @param call the transaction that changed the enrollment, and so holds its row
 */
export async function followEnrollment(call: CommandCall, enrollmentId: string, reason?: string | null): Promise<void> {
  const { db, audit } = call
  const enrollment = await db.enrollment.findFirst({ where: { id: enrollmentId }, select: followed })
  if (!enrollment) throw new AppError('not_found')
  const { studentId, status, groupCode, gradeLevel, schoolYearId, schoolYear } = enrollment
  const placements = await db.groupPlacement.findMany({
    where: { enrollmentId, ...openFrom(today()) },
    orderBy: { validFrom: 'desc' },
    select: { classGroupId: true, validTo: true, classGroup: { select: { code: true } } },
  })
  const current = placements.find(({ validTo }) => validTo === null) ?? placements[0]
  const line = { entity: 'enrollment', entityId: enrollmentId, studentId, reason: reason ?? null }
  const before = current ? { before: { groupCode: current.classGroup.code } } : {}
  if (status === 'withdrawn') {
    await unseat(call, enrollmentId, today(), reason)
    if (current) audit({ action: 'enrollment.leaveGroup', ...line, before: { groupCode: current.classGroup.code } })
    return
  }
  if (!placeable.some((state) => state === status) || (status !== 'active' && !current)) return
  const group = groupCode
    ? await db.classGroup.findFirst({
        where: { schoolYearId, gradeLevel, code: groupCode, isActive: true },
        select: { id: true, code: true },
      })
    : null
  const validFrom = firstDayIn(schoolYear)
  if (group) {
    if (current?.classGroupId === group.id && current.validTo === null) return
    if (validFrom > dateToDay(schoolYear.endsOn)) return
    await seat(call, { classGroupId: group.id, enrollmentIds: [enrollmentId], validFrom, reason: reason ?? null })
    audit({
      action: current ? 'enrollment.changeGroup' : 'enrollment.enterGroup',
      ...line,
      ...before,
      after: { groupCode: group.code, validFrom },
    })
  } else if (current) {
    await unseat(call, enrollmentId, addDays(validFrom, -1), reason)
    audit({ action: 'enrollment.leaveGroup', ...line, ...before })
  }
}
