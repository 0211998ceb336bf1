import type { SchoolContext } from '@/lib/platform/context'
import { userIdOf } from '@/lib/platform/context'
import { type Fragment, fragment, nothing } from '@/lib/platform/db/sql'
import { can, type Permission } from '@/lib/platform/permissions'
import { today } from '@/lib/shared/dates'
import { sensitiveExtraData } from './schema'

/** One of these lets a person read students; which ones, `visibleStudents` says. */
export const readStudents: Permission[] = ['read:students', 'read:own_students', 'read:own_data']

/**
 * The condition on `students s` for what a person may see: everybody with `read:students`; a student oneself and a
 * guardian with an account the own children; a teacher those who sit today in a course that is assigned to the person
 * today, in a year that is running.
 */
export function visibleStudents(ctx: SchoolContext): Fragment {
  if (can(ctx.permissions, 'read:students')) return nothing
  const userId = userIdOf(ctx)
  if (!userId) return fragment`and false`
  const [isFamily, isTeacher] = [can(ctx.permissions, 'read:own_data'), can(ctx.permissions, 'read:own_students')]
  if (isFamily && isTeacher) return fragment`and (${ofFamily(userId)} or ${ofTeacher(ctx, userId)})`
  if (isFamily) return fragment`and (${ofFamily(userId)})`
  return isTeacher ? fragment`and ${ofTeacher(ctx, userId)}` : fragment`and false`
}

const ofFamily = (userId: string): Fragment => fragment`s.user_id = ${userId} or exists (
    select 1 from student_guardians own join guardians g on g.school_id = own.school_id and g.id = own.guardian_id
     where own.school_id = s.school_id and own.student_id = s.id and g.user_id = ${userId})`

/** A teacher has some ten courses: they are read once, from the teacher to the students, and not for each student. */
function ofTeacher(ctx: SchoolContext, userId: string): Fragment {
  const on = today()
  return fragment`s.id in (
    select te.student_id from teacher_assignments ta
      join course_offerings o on o.school_id = ta.school_id and o.id = ta.course_offering_id and o.is_active
      join class_groups cg on cg.school_id = o.school_id and cg.id = o.class_group_id
      join school_years ty on ty.school_id = cg.school_id and ty.id = cg.school_year_id and ty.status = 'active'
      join course_enrollments ce on ce.school_id = o.school_id and ce.course_offering_id = o.id
       and ce.valid_from <= ${on}::date and (ce.valid_to is null or ce.valid_to >= ${on}::date)
      join enrollments te on te.school_id = ce.school_id and te.id = ce.enrollment_id
     where ta.school_id = ${ctx.schoolId} and ta.teacher_id = ${userId}
       and ta.valid_from <= ${on}::date and (ta.valid_to is null or ta.valid_to >= ${on}::date))`
}

/** Health data needs a right of its own (Ley 1581 de 2012, art. 6). */
export function mayReadHealth(ctx: SchoolContext): boolean {
  return can(ctx.permissions, 'read:sensitive')
}

export const hasHealth = (record: Record<string, unknown>): boolean => sensitiveExtraData.some((key) => record[key])

/** Health data leave the record for whoever may not read them. */
export function withoutHealth(record: Record<string, unknown>): Record<string, unknown> {
  const hidden: readonly string[] = sensitiveExtraData
  return Object.fromEntries(Object.entries(record).filter(([key]) => !hidden.includes(key)))
}
