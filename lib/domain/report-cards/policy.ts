import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import { can, type Permission } from '@/lib/platform/permissions'

/** One of these lets a person read report cards; which ones, `visibleCards` says. */
export const readCards: Permission[] = ['read:grades', 'read:own_grades', 'family:self']
/** Whoever has cards of one's own, or of one's children. */
export const haveCards: Permission[] = ['read:own_grades', 'family:self']

/** Whoever issues, corrects and publishes: the rector. */
export const issueCards: Permission = 'config:institution'

const none = { id: { in: [] as string[] } }

/**
 * The published cards of a student's own, or of a guardian's children: through a family link, or with an account. As a
 * `where` of `db.reportCard`.
 */
export function ownCards(ctx: SchoolContext) {
  if (ctx.actor.kind === 'guardian') {
    const { guardianId } = ctx.actor
    return { status: 'published', enrollment: { student: { isActive: true, guardians: { some: { guardianId } } } } }
  }
  const userId = userIdOf(ctx)
  if (!userId || !can(ctx.permissions, 'read:own_data')) return none
  const student = { OR: [{ userId }, { guardians: { some: { guardian: { userId } } } }] }
  return { status: 'published', enrollment: { student } }
}

/** The report cards that a person may see: all with `read:grades`, a group's director those of the group, others their own. */
export function visibleCards(ctx: SchoolContext) {
  if (can(ctx.permissions, 'read:grades')) return {}
  const userId = userIdOf(ctx)
  if (!userId || !can(ctx.permissions, 'write:grades')) return ownCards(ctx)
  const directed = { enrollment: { placements: { some: { validTo: null, classGroup: { directorId: userId } } } } }
  return { OR: [ownCards(ctx), directed] }
}
