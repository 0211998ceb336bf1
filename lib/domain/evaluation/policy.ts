import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import { can, type Permission } from '@/lib/platform/permissions'

/** Everybody of the school: the rules are everybody's to know (Decreto 1290 de 2009, arts. 12 and 14). */
export const readRules: Permission[] = ['read:schedule', 'read:students']

export const mayDraft: Permission = 'config:institution'

/** Who may read a mark's explanation; which marks, ownEnrollments and the courses' policy say. */
export const readMarks: Permission[] = ['read:grades', 'write:grades', 'read:own_grades', 'family:self']

/**
 * A `where` of `db.enrollment` for a student's own and a guardian's children's enrollments, with an account or through a
 * family link; null for everybody else.
 */
export function ownEnrollments(ctx: SchoolContext) {
  if (ctx.actor.kind === 'guardian') {
    const { guardianId } = ctx.actor
    return { student: { isActive: true, guardians: { some: { guardianId } } } }
  }
  const userId = userIdOf(ctx)
  if (!userId || !can(ctx.permissions, 'read:own_data') || !can(ctx.permissions, 'read:own_grades')) return null
  return { student: { OR: [{ userId }, { guardians: { some: { guardian: { userId } } } }] } }
}
