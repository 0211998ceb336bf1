import type { SchoolContext } from '@/lib/platform/context'
import { can, type Permission } from '@/lib/platform/permissions'

/** Everybody who works in the office may let a program work in their name. */
export const tokenHolders: Permission[] = ['config:institution', 'read:enrollment', 'read:students']

/** Who manages people sees every token of the school, everybody else the own ones. */
export function visibleTokens(ctx: SchoolContext) {
  if (can(ctx.permissions, 'manage:users')) return {}
  return { membershipId: 'membershipId' in ctx.actor ? (ctx.actor.membershipId ?? ctx.schoolId) : ctx.schoolId }
}
