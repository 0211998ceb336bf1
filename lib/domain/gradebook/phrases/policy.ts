import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import { can, type Permission } from '@/lib/platform/permissions'

/** Whoever leads the teaching keeps the school's phrases: coordinators and the rector. */
export const sharePhrases: Permission = 'write:due_process'

/** Teachers keep their own. */
export const keepPhrases: Permission[] = ['write:grades', sharePhrases]

/** The school's phrases and the person's own; nobody reads a colleague's. */
export const readablePhrases = (ctx: SchoolContext) => ({ OR: [{ ownerId: null }, { ownerId: userIdOf(ctx) }] })

/** A person changes the own; the school's are for who shares them. */
export const changeablePhrases = (ctx: SchoolContext) =>
  can(ctx.permissions, sharePhrases) ? readablePhrases(ctx) : { ownerId: userIdOf(ctx) ?? '' }
