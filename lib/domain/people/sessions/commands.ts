import { endedSessions } from '@/lib/domain/account/schema'
import { endSessionsOf } from '@/lib/domain/account/steps'
import { userIdOf } from '@/lib/platform/context'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { endSessionInput, oneMembershipInput } from '../schema'

async function userOf(db: TenantClient, membershipId: string): Promise<{ userId: string; name: string }> {
  const membership = await db.schoolMembership.findFirst({
    where: { id: membershipId },
    select: { userId: true, user: { select: { fullName: true } } },
  })
  if (!membership) throw new AppError('not_found')
  return { userId: membership.userId, name: membership.user.fullName }
}

/** Ends one session of a member. */
export const endSessionOfPerson = command({
  name: 'people.endSession',
  permission: 'manage:users',
  input: endSessionInput,
  output: endedSessions,
  run: async ({ db, directory, input: { membershipId, sessionId }, audit }) => {
    const { userId, name } = await userOf(db, membershipId)
    const { count } = await directory.authSession.updateMany({
      where: { id: sessionId, userId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0) throw new AppError('not_found')
    audit({ action: 'membership.endSession', entity: 'membership', entityId: membershipId, after: { name } })
    return { ended: count }
  },
})

/** Ends every session of a member. */
export const endSessionsOfPerson = command({
  name: 'people.endSessions',
  permission: 'manage:users',
  input: oneMembershipInput,
  output: endedSessions,
  run: async ({ db, ctx, directory, input: { membershipId }, audit }) => {
    const { userId, name } = await userOf(db, membershipId)
    if (userId === userIdOf(ctx)) throw new AppError('not_allowed_now', { reason: 'people.refusal.ownSession' })
    const ended = await endSessionsOf(directory, userId)
    audit({ action: 'membership.endSessions', entity: 'membership', entityId: membershipId, after: { name, ended } })
    return { ended }
  },
})
