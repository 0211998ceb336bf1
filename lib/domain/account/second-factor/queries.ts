import { AppError } from '@/lib/platform/errors'
import { nothing, platformQuery } from '@/lib/platform/operation'
import { policyOf } from '@/lib/platform/session'
import { debts } from '@/lib/shared/security-policy'
import { ownUserId } from '../policy'
import { isFresh } from './rules'
import { secondFactorState } from './schema'

/** Whether the own account has a second factor, and whether it must. */
export const ownSecondFactor = platformQuery({
  scope: 'public',
  name: 'account.secondFactor',
  input: nothing,
  output: secondFactorState,
  run: async ({ db, ctx }) => {
    const id = ownUserId(ctx)
    const [user, session, policy] = await Promise.all([
      db.user.findFirst({
        where: { id },
        select: {
          secondFactor: { select: { confirmedAt: true, askedAt: true } },
          recoveryCodes: { where: { usedAt: null }, select: { userId: true } },
        },
      }),
      db.authSession.findFirst({ where: { id: ctx.sessionId ?? '' }, select: { createdAt: true } }),
      policyOf(id),
    ])
    if (!user || !session) throw new AppError('unauthenticated')
    const { confirmedAt = null, askedAt = null } = user.secondFactor ?? {}
    const { secondFactorDueAt } = debts(policy, {
      hasSecondFactor: confirmedAt !== null,
      askedAt,
      passwordChangedAt: null,
      passwordIsShort: false,
    })
    return {
      isOn: confirmedAt !== null,
      since: confirmedAt?.toISOString() ?? null,
      recoveryLeft: user.recoveryCodes.length,
      needed: policy.needsSecondFactor,
      dueAt: secondFactorDueAt?.toISOString() ?? null,
      asksProof: confirmedAt !== null || !isFresh(session.createdAt),
    }
  },
})
