import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import { type Fragment, fragment, nothing } from '@/lib/platform/db/sql'
import { can, type Permission } from '@/lib/platform/permissions'
import { today } from '@/lib/shared/dates'
import { ownCourses } from '../academics/policy'

/** Who may open a roll call: all of them, or those of the own courses and of the group that one directs. */
export const readRolls: Permission[] = ['read:attendance', 'write:attendance']

export const readsAll = (ctx: SchoolContext): boolean => can(ctx.permissions, 'read:attendance')

/** Coordinator and rector: every list, without the teacher's window, and the decisions. */
export const decides = (ctx: SchoolContext): boolean => readsAll(ctx) && can(ctx.permissions, 'write:attendance')

/** The condition on `course_offerings o` for the courses whose lists a person may open. */
export const rollCourses = (ctx: SchoolContext): Fragment => ownCourses(ctx, today(), 'read:attendance')

/** Whether the person of the context directs `class_groups g`, as a value. */
export function directs(ctx: SchoolContext): Fragment {
  const userId = userIdOf(ctx)
  return userId ? fragment`coalesce(g.director_id = ${userId}, false)` : fragment`false`
}

/** The condition on `class_groups g` for the groups whose lists a person may open. */
export function rollGroups(ctx: SchoolContext): Fragment {
  if (readsAll(ctx)) return nothing
  return fragment`and (${directs(ctx)} or exists (
    select 1 from course_offerings o
     where o.school_id = g.school_id and o.class_group_id = g.id and o.is_active ${rollCourses(ctx)}))`
}

/** What a person may do with one list. */
export function rollRight(ctx: SchoolContext, own: boolean): 'all' | 'own' | 'none' {
  if (decides(ctx)) return 'all'
  return own && can(ctx.permissions, 'write:attendance') ? 'own' : 'none'
}
