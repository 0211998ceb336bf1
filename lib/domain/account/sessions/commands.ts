import { AppError } from '@/lib/platform/errors'
import { nothing, platformCommand } from '@/lib/platform/operation'
import { ownUserId } from '../policy'
import { endedSessions, endOwnSessionInput } from '../schema'
import { endSessionsOf } from '../steps'

/** Ends one of the own sessions, for instance on a computer that was left open. */
export const endOwnSession = platformCommand({
  scope: 'public',
  name: 'account.endOwnSession',
  input: endOwnSessionInput,
  output: endedSessions,
  run: async ({ db, ctx, input, audit }) => {
    const userId = ownUserId(ctx)
    const { count } = await db.authSession.updateMany({
      where: { id: input.sessionId, userId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0) throw new AppError('not_found')
    audit({ action: 'session.close', entity: 'user', entityId: userId })
    return { ended: count }
  },
})

/** Ends every session of the person but the one that asks. */
export const endOtherSessions = platformCommand({
  scope: 'public',
  name: 'account.endOtherSessions',
  input: nothing,
  output: endedSessions,
  run: async ({ db, ctx, audit }) => {
    const userId = ownUserId(ctx)
    const ended = await endSessionsOf(db, userId, ctx.sessionId)
    audit({ action: 'session.closeOthers', entity: 'user', entityId: userId, after: { ended } })
    return { ended }
  },
})
