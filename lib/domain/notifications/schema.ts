import { z } from 'zod'
import { idField, pageFields, queryFlag } from '@/lib/shared/fields'
import { notificationKinds } from '@/lib/shared/notification-kinds'

const kind = z.enum(notificationKinds)

export const listNotificationsInput = z.strictObject({ unread: queryFlag.optional(), ...pageFields })

export const notification = z.object({
  id: z.string(),
  kind,
  /** Blanks of the kind's sentence. */
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Below the school's address. */
  path: z.string(),
  /** How often it happened before anybody looked. */
  count: z.number(),
  at: z.string(),
  isRead: z.boolean(),
})
export type Notification = z.infer<typeof notification>

export const notificationPage = z.object({ items: z.array(notification), nextCursor: z.string().nullable() })

export const unreadCount = z.object({ unread: z.number() })

/** Without `ids`: all of them. */
export const markReadInput = z.strictObject({ ids: z.array(idField).min(1).max(200).optional() })
export const marked = z.object({ marked: z.number() })

export const mailedKinds = z.object({
  /** What this person may be told. */
  kinds: z.array(kind),
  /** What comes by mail as well. */
  mailed: z.array(kind),
})
export const saveMailedInput = z.strictObject({ mailed: z.array(kind).max(notificationKinds.length) })
