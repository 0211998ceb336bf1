import { AppError } from '@/lib/platform/errors'
import { command, done } from '@/lib/platform/operation'
import { can } from '@/lib/platform/permissions'
import { hashSecret, schoolSecret } from '@/lib/platform/secrets'
import { today } from '@/lib/shared/dates'
import { tokenHolders, visibleTokens } from './policy'
import { lastDayProblem, tokenEnd } from './rules'
import { createdToken, createTokenInput, revokeTokenInput } from './schema'

/**
 * Lets a program work in this school in the person's name, with some of the person's rights. The token is in the answer
 * and nowhere else.
 * @throws AppError invalid for a day or a right that the person does not have; forbidden for programs and for people
 * without a place in the school
 */
export const createToken = command({
  name: 'tokens.create',
  permission: tokenHolders,
  input: createTokenInput,
  output: createdToken,
  run: async ({ db, ctx, input: { name, scopes, lastDay }, audit }) => {
    // A token that could make tokens would outlive its own end.
    if (ctx.actor.kind !== 'user' || !ctx.actor.membershipId)
      throw new AppError('forbidden', { reason: 'tokens.refusal.membersOnly' })
    const problem = lastDayProblem(lastDay, today())
    if (problem) throw new AppError('invalid', { field: 'lastDay', reason: problem })
    if (scopes.some((scope) => !can(ctx.permissions, scope)))
      throw new AppError('invalid', { field: 'scopes', reason: 'tokens.refusal.notYours' })
    const secret = schoolSecret(ctx.schoolId)
    const expiresAt = tokenEnd(lastDay)
    const { id } = await db.apiToken.create({
      data: {
        schoolId: ctx.schoolId,
        membershipId: ctx.actor.membershipId,
        name,
        tokenHash: hashSecret(secret),
        hint: secret.slice(-4),
        scopes,
        expiresAt,
      },
      select: { id: true },
    })
    audit({ action: 'token.create', entity: 'token', entityId: id, after: { name, scopes, lastDay } })
    return { id, token: `ath_${secret}`, name, expiresAt: expiresAt.toISOString() }
  },
})

/** Ends a token at once: an own one, or any of the school's for who manages people. */
export const revokeToken = command({
  name: 'tokens.revoke',
  permission: tokenHolders,
  input: revokeTokenInput,
  output: done,
  run: async ({ db, ctx, input: { tokenId }, audit }) => {
    const token = await db.apiToken.findFirst({
      where: { id: tokenId, ...visibleTokens(ctx) },
      select: { name: true, revokedAt: true },
    })
    if (!token) throw new AppError('not_found')
    if (token.revokedAt) return { ok: true as const }
    await db.apiToken.updateMany({ where: { id: tokenId, revokedAt: null }, data: { revokedAt: new Date() } })
    audit({ action: 'token.revoke', entity: 'token', entityId: tokenId, after: { name: token.name } })
    return { ok: true as const }
  },
})
