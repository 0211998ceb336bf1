import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import { can } from '@/lib/platform/permissions'

/** Who enrolls merges; taking it back is for who did it, and for who answers for the school. */
export const merging = 'write:enrollment' as const

export const mayUndo = (ctx: SchoolContext, merge: { createdBy: string | null }): boolean =>
  can(ctx.permissions, 'delete:all') || (merge.createdBy !== null && merge.createdBy === userIdOf(ctx))
