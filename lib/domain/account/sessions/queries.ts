import { nothing, platformQuery } from '@/lib/platform/operation'
import { policyOf } from '@/lib/platform/session'
import { liveSessions, ownUserId } from '../policy'
import { sessionList } from '../schema'
import { sessionColumns, showSession } from './steps'

/** Where the person is signed in now, this browser first. */
export const ownSessions = platformQuery({
  scope: 'public',
  name: 'account.sessions',
  input: nothing,
  output: sessionList,
  run: async ({ db, ctx }) => {
    const userId = ownUserId(ctx)
    const { idleMinutes } = await policyOf(userId)
    const rows = await db.authSession.findMany({
      where: { userId, ...liveSessions(idleMinutes) },
      orderBy: { lastSeenAt: 'desc' },
      select: sessionColumns,
    })
    const items = rows.map((row) => showSession(row, { viewer: ctx.ip, current: row.id === ctx.sessionId }))
    return { items: items.sort((a, b) => Number(b.current) - Number(a.current)) }
  },
})
