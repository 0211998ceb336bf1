import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import { can } from '@/lib/platform/permissions'

/** The school's phrases and the person's own; nobody reads a colleague's. */
export const readablePhrases = (ctx: SchoolContext) => ({ OR: [{ ownerId: null }, { ownerId: userIdOf(ctx) }] })

/** A person changes the own; the school's are for who configures it. */
export const changeablePhrases = (ctx: SchoolContext) =>
  can(ctx.permissions, 'config:institution') ? readablePhrases(ctx) : { ownerId: userIdOf(ctx) ?? '' }
