import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import { type Fragment, fragment, nothing } from '@/lib/platform/db/sql'
import { can, type Permission } from '@/lib/platform/permissions'
import { today } from '@/lib/shared/dates'
import { ownCourses, teaches } from '../academics/policy'

/** Who may open a group's sheet: all of it, or the own courses of it. */
export const readSheets: Permission[] = ['read:grades', 'write:grades']

/** Lists and charts of the whole school. */
export const readSchoolSheets: Permission = 'read:grades'

export const seesWholeGroups = (ctx: SchoolContext): boolean => can(ctx.permissions, 'read:grades')

/** The condition on `class_groups cg`: every group, or those in which the person teaches today, or that the person directs. */
export function visibleGroups(ctx: SchoolContext): Fragment {
  if (seesWholeGroups(ctx)) return nothing
  const userId = userIdOf(ctx)
  if (!userId || !teaches(ctx)) return fragment`and false`
  return fragment`and (cg.director_id = ${userId} or cg.id in (
    select o.class_group_id from course_offerings o
     where o.school_id = ${ctx.schoolId} and o.is_active ${ownCourses(ctx, today())}))`
}
