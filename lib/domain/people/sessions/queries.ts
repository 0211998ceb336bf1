import { liveSessions } from '@/lib/domain/account/policy'
import { describeDevice } from '@/lib/domain/account/rules'
import { sessionList } from '@/lib/domain/account/schema'
import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { oneMembershipInput } from '../schema'

/** Where a member is signed in now. */
export const sessionsOfPerson = query({
  name: 'people.sessions',
  permission: 'manage:users',
  input: oneMembershipInput,
  output: sessionList,
  run: async ({ db, ctx, input: { membershipId } }) => {
    const membership = await db.schoolMembership.findFirst({
      where: { id: membershipId },
      select: {
        userId: true,
        user: {
          select: {
            sessions: {
              where: liveSessions(),
              orderBy: { lastSeenAt: 'desc' },
              select: { id: true, userAgent: true, ip: true, createdAt: true, lastSeenAt: true },
            },
          },
        },
      },
    })
    if (!membership) throw new AppError('not_found')
    const isOwn = membership.userId === userIdOf(ctx)
    return {
      items: membership.user.sessions.map(({ userAgent, createdAt, lastSeenAt, ...session }) => ({
        ...session,
        ...describeDevice(userAgent),
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        current: isOwn,
      })),
    }
  },
})
