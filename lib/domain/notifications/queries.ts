import type { SchoolContext } from '@/lib/platform/context'
import { userIdOf } from '@/lib/platform/context'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { mailableKinds } from '@/lib/platform/notify'
import { olderThan } from '@/lib/platform/older-than'
import { nothing, query } from '@/lib/platform/operation'
import { encodeCursor } from '@/lib/shared/cursor'
import { isNotificationKind } from '@/lib/shared/notification-kinds'
import { listNotificationsInput, mailedKinds, type Notification, notificationPage, unreadCount } from './schema'

/** What the person was told in this school, the newest first. */
export const listNotifications = query({
  name: 'notifications.list',
  input: listNotificationsInput,
  output: notificationPage,
  run: async ({ db, ctx, input: { unread, cursor, limit } }) => {
    const userId = userIdOf(ctx)
    if (!userId) return { items: [], nextCursor: null }
    const rows = await db.notification.findMany({
      where: { AND: [{ userId, ...(unread ? { readAt: null } : {}) }, olderThan('at', cursor)] },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      select: { id: true, kind: true, data: true, path: true, count: true, at: true, readAt: true },
    })
    const items = rows.slice(0, limit).flatMap(({ kind, at, readAt, data, ...row }) =>
      // A kind that a newer version made is left out by an older one.
      isNotificationKind(kind)
        ? [{ ...row, kind, data: data as Notification['data'], at: at.toISOString(), isRead: readAt !== null }]
        : [],
    )
    const last = rows[limit - 1]
    return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.at.toISOString(), last.id]) : null }
  },
})

/** For the bell in the top bar. */
export const countUnread = query({
  name: 'notifications.unread',
  input: nothing,
  output: unreadCount,
  run: async ({ db, ctx }) => {
    const userId = userIdOf(ctx)
    return { unread: userId ? await db.notification.count({ where: { userId, readAt: null } }) : 0 }
  },
})

/** @throws AppError not_found for who is no member: a program, a family, a superadmin */
export async function ownMembership(db: Pick<TenantClient, 'schoolMembership'>, ctx: SchoolContext) {
  const userId = userIdOf(ctx)
  const own = userId
    ? await db.schoolMembership.findFirst({ where: { userId }, select: { id: true, mailedKinds: true } })
    : null
  if (!own) throw new AppError('not_found')
  return {
    id: own.id,
    mailed: (Array.isArray(own.mailedKinds) ? own.mailedKinds : []).map(String).filter(isNotificationKind),
  }
}

/** What the person may be told, and what of it comes by mail as well. */
export const readMailed = query({
  name: 'notifications.mailed',
  input: nothing,
  output: mailedKinds,
  run: async ({ db, ctx }) => ({
    kinds: mailableKinds(ctx.permissions),
    mailed: (await ownMembership(db, ctx)).mailed,
  }),
})
