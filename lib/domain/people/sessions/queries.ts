import { liveSessions } from '@/lib/domain/account/policy'
import { sessionList } from '@/lib/domain/account/schema'
import { sessionColumns, showSession } from '@/lib/domain/account/sessions/steps'
import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { policyOf } from '@/lib/platform/session'
import { oneMembershipInput } from '../schema'

/** Where a member is signed in now. */
export const sessionsOfPerson = query({
  name: 'people.sessions',
  permission: 'manage:users',
  input: oneMembershipInput,
  output: sessionList,
  run: async ({ db, ctx, input: { membershipId } }) => {
    const membership = await db.schoolMembership.findFirst({ where: { id: membershipId }, select: { userId: true } })
    if (!membership) throw new AppError('not_found')
    const { userId } = membership
    const { idleMinutes } = await policyOf(userId)
    const known = await db.schoolMembership.findFirst({
      where: { id: membershipId },
      select: {
        user: {
          select: {
            sessions: {
              where: liveSessions(idleMinutes),
              orderBy: { lastSeenAt: 'desc' },
              select: sessionColumns,
            },
          },
        },
      },
    })
    return {
      // Which of the own ones is this one only the own account knows: the page sends people there for theirs.
      items: (known?.user.sessions ?? []).map((session) => showSession(session, { viewer: ctx.ip, current: false })),
    }
  },
})
