import type { PublicContext } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'

/** The person behind an operation on the own account. @throws AppError unauthenticated */
export function ownUserId(ctx: PublicContext): string {
  if (!ctx.userId) throw new AppError('unauthenticated')
  return ctx.userId
}

/** Sessions that still open something, by the person's idle time. */
export const liveSessions = (idleMinutes: number, now = new Date()) => ({
  revokedAt: null,
  expiresAt: { gt: now },
  lastSeenAt: { gt: new Date(now.getTime() - idleMinutes * 60_000) },
})
