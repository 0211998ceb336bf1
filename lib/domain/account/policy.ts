import type { PublicContext } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { sessionLimits } from '@/lib/platform/session'

/** The person behind an operation on the own account. @throws AppError unauthenticated */
export function ownUserId(ctx: PublicContext): string {
  if (!ctx.userId) throw new AppError('unauthenticated')
  return ctx.userId
}

/** Sessions that still open something. */
export const liveSessions = (now = new Date()) => ({
  revokedAt: null,
  expiresAt: { gt: now },
  lastSeenAt: { gt: new Date(now.getTime() - sessionLimits.idleMinutes * 60_000) },
})
