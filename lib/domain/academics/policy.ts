import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import { type Fragment, fragment, nothing } from '@/lib/platform/db/sql'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { can, type Permission } from '@/lib/platform/permissions'
import { dayToDate, type IsoDay, today } from '@/lib/shared/dates'

/** Who holds one of these may read groups, courses and lessons; a teacher and a family see their own. */
export const readStructure: Permission[] = ['read:schedule', 'read:students', 'read:own_students']

const mayTeach = (ctx: SchoolContext): boolean =>
  can(ctx.permissions, 'write:grades') || can(ctx.permissions, 'write:attendance')

/** Whether the person works in the own courses only: takes scores or roll calls, and lacks the right over the whole school. */
export function teaches(ctx: SchoolContext, wide: Permission = 'read:grades'): boolean {
  return mayTeach(ctx) && !can(ctx.permissions, wide)
}

/**
 * The condition on `course_offerings o` for the courses that a person works in: every one for who holds `wide`, those
 * assigned on the day (first and last day included, as main teacher, support or substitute) for a teacher, none for others.
 */
export function ownCourses(ctx: SchoolContext, on: IsoDay = today(), wide: Permission = 'read:grades'): Fragment {
  if (can(ctx.permissions, wide)) return nothing
  const userId = userIdOf(ctx)
  if (!userId || !mayTeach(ctx)) return fragment`and false`
  return fragment`and exists (
    select 1 from teacher_assignments ta
     where ta.school_id = o.school_id and ta.course_offering_id = o.id and ta.teacher_id = ${userId}
       and ta.valid_from <= ${on}::date and (ta.valid_to is null or ta.valid_to >= ${on}::date))`
}

/**
 * The condition on `course_offerings o` for the courses whose week and teachers a person may see: all for who reads every
 * student, the own ones for a teacher, those that they sit in for a student and for a guardian's children.
 */
export function visibleCourses(ctx: SchoolContext, on: IsoDay = today()): Fragment {
  if (can(ctx.permissions, 'read:students')) return nothing
  const userId = userIdOf(ctx)
  if (!userId) return fragment`and false`
  const taught = mayTeach(ctx)
    ? fragment`exists (select 1 from teacher_assignments ta
        where ta.school_id = o.school_id and ta.course_offering_id = o.id and ta.teacher_id = ${userId}
          and ta.valid_from <= ${on}::date and (ta.valid_to is null or ta.valid_to >= ${on}::date))`
    : fragment`false`
  const attended = can(ctx.permissions, 'read:own_data')
    ? fragment`o.id in (select ce.course_offering_id from students own
        join enrollments oe on oe.school_id = own.school_id and oe.student_id = own.id
        join course_enrollments ce on ce.school_id = oe.school_id and ce.enrollment_id = oe.id
         and ce.valid_from <= ${on}::date and (ce.valid_to is null or ce.valid_to >= ${on}::date)
       where own.school_id = ${ctx.schoolId} and (own.user_id = ${userId} or exists (
         select 1 from student_guardians sg join guardians g on g.school_id = sg.school_id and g.id = sg.guardian_id
          where sg.school_id = own.school_id and sg.student_id = own.id and g.user_id = ${userId})))`
    : fragment`false`
  return fragment`and (${taught} or ${attended})`
}

/** The same days for Prisma, on a table with `validFrom` and `validTo`. */
export const validOn = (on: IsoDay) => ({
  validFrom: { lte: dayToDate(on) },
  OR: [{ validTo: null }, { validTo: { gte: dayToDate(on) } }],
})

/** The same courses as a `where` of `db.courseOffering`. */
export function courseWhere(ctx: SchoolContext, wide: Permission, on: IsoDay = today()) {
  if (can(ctx.permissions, wide)) return {}
  const teacherId = userIdOf(ctx)
  if (!teacherId || !mayTeach(ctx)) return { id: { in: [] as string[] } }
  return { assignments: { some: { teacherId, ...validOn(on) } } }
}

const courseColumns = {
  id: true,
  classGroupId: true,
  subjectId: true,
  weeklyHours: true,
  isActive: true,
  subject: { select: { name: true, areaId: true, assessment: true } },
  classGroup: { select: { code: true, gradeLevel: true, schoolYearId: true, directorId: true } },
} as const

/**
 * One course for who may work in it; `weeklyHours` is a decimal text.
 * @throws AppError not_found when there is none, or none that this person may see
 */
export async function courseFor(
  call: { db: TenantClient; ctx: SchoolContext },
  courseOfferingId: string,
  wide: Permission,
  on: IsoDay = today(),
) {
  const found = await call.db.courseOffering.findFirst({
    where: { AND: [{ id: courseOfferingId }, courseWhere(call.ctx, wide, on)] },
    select: courseColumns,
  })
  if (!found) throw new AppError('not_found')
  const { classGroup, subject, weeklyHours, ...course } = found
  return {
    ...course,
    weeklyHours: weeklyHours.toString(),
    subject: subject.name,
    areaId: subject.areaId,
    assessment: subject.assessment,
    groupCode: classGroup.code,
    gradeLevel: classGroup.gradeLevel,
    schoolYearId: classGroup.schoolYearId,
    directorId: classGroup.directorId,
  }
}
