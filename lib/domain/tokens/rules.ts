import { addDays, type IsoDay } from '@/lib/shared/dates'

export const maxTokenDays = 365

/** Keys in messages/<lang>/tokens.json. */
export type TokenRefusal = 'tokens.refusal.pastDay' | 'tokens.refusal.tooLong'

/** Why a token may not live until that day, or null: from today on, a year at most. */
export function lastDayProblem(lastDay: IsoDay, today: IsoDay): TokenRefusal | null {
  if (lastDay < today) return 'tokens.refusal.pastDay'
  return lastDay > addDays(today, maxTokenDays) ? 'tokens.refusal.tooLong' : null
}

/** The first moment at which it opens nothing any more: the end of the day in Bogotá, five hours after UTC's. */
export function tokenEnd(lastDay: IsoDay): Date {
  return new Date(`${addDays(lastDay, 1)}T05:00:00.000Z`)
}

export function tokenState(
  token: { revokedAt: Date | null; expiresAt: Date },
  now: Date,
): 'valid' | 'expired' | 'revoked' {
  if (token.revokedAt) return 'revoked'
  return token.expiresAt <= now ? 'expired' : 'valid'
}
