import type { SchoolContext } from '@/lib/platform/context'
import { userIdOf } from '@/lib/platform/context'
import { type Fragment, fragment, nothing } from '@/lib/platform/db/sql'
import { can, type Permission } from '@/lib/platform/permissions'
import { sensitiveExtraData } from './schema'

/** One of these lets a person read students; which ones, `visibleStudents` says. */
export const readStudents: Permission[] = ['read:students', 'read:own_students', 'read:own_data']

/**
 * The condition on `students s` for what a person may see: everybody with `read:students`; a student oneself and a
 * guardian with an account the own children; a teacher those of the own course offerings, of which there are none yet.
 */
export function visibleStudents(ctx: SchoolContext): Fragment {
  if (can(ctx.permissions, 'read:students')) return nothing
  const userId = userIdOf(ctx)
  if (!userId || !can(ctx.permissions, 'read:own_data')) return fragment`and false`
  return fragment`and (s.user_id = ${userId} or exists (
    select 1 from student_guardians own join guardians g on g.school_id = own.school_id and g.id = own.guardian_id
     where own.school_id = s.school_id and own.student_id = s.id and g.user_id = ${userId}))`
}

/** Health data needs a right of its own (Ley 1581 de 2012, art. 6). */
export function mayReadHealth(ctx: SchoolContext): boolean {
  return can(ctx.permissions, 'read:sensitive')
}

/** Health data leave the record for whoever may not read them. */
export function withoutHealth(record: Record<string, unknown>): Record<string, unknown> {
  const hidden: readonly string[] = sensitiveExtraData
  return Object.fromEntries(Object.entries(record).filter(([key]) => !hidden.includes(key)))
}
