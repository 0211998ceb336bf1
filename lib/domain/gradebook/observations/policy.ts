import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import { can } from '@/lib/platform/permissions'

/** Groups whose observations a person may read: every one, or the ones that one directs. */
export const readableGroups = (ctx: SchoolContext) =>
  can(ctx.permissions, 'read:grades') ? {} : { directorId: userIdOf(ctx) ?? '' }

/** Groups in which a person writes them: the director's, or every one for who overrules. */
export const directedGroups = (ctx: SchoolContext) =>
  can(ctx.permissions, 'write:all') ? {} : { directorId: userIdOf(ctx) ?? '' }
