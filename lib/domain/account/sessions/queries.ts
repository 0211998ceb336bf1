import { nothing, platformQuery } from '@/lib/platform/operation'
import { liveSessions, ownUserId } from '../policy'
import { describeDevice } from '../rules'
import { sessionList } from '../schema'

/** Where the person is signed in now, this browser first. */
export const ownSessions = platformQuery({
  scope: 'public',
  name: 'account.sessions',
  input: nothing,
  output: sessionList,
  run: async ({ db, ctx }) => {
    const rows = await db.authSession.findMany({
      where: { userId: ownUserId(ctx), ...liveSessions() },
      orderBy: { lastSeenAt: 'desc' },
      select: { id: true, userAgent: true, ip: true, createdAt: true, lastSeenAt: true },
    })
    const items = rows.map(({ userAgent, createdAt, lastSeenAt, ...row }) => ({
      ...row,
      ...describeDevice(userAgent),
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      current: row.id === ctx.sessionId,
    }))
    return { items: items.sort((a, b) => Number(b.current) - Number(a.current)) }
  },
})
