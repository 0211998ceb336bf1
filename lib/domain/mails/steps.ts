import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { olderThan } from '@/lib/platform/older-than'
import { encodeCursor } from '@/lib/shared/cursor'
import type { MailRow, MailStatus } from './schema'

// The outbox of a school and the platform's are two tables of the same shape, read in the same way.

export const mailColumns = {
  id: true,
  to: true,
  template: true,
  subject: true,
  status: true,
  attempts: true,
  lastError: true,
  createdAt: true,
  sentAt: true,
} as const

type Stored = Omit<MailRow, 'status' | 'createdAt' | 'sentAt'> & {
  status: string
  createdAt: Date
  sentAt: Date | null
}

export const toMail = ({ status, createdAt, sentAt, ...mail }: Stored): MailRow => ({
  ...mail,
  status: status as MailStatus,
  createdAt: createdAt.toISOString(),
  sentAt: sentAt?.toISOString() ?? null,
})

type Wanted = {
  to?: string | null | undefined
  status?: MailStatus | undefined
  template?: string | null | undefined
  cursor?: string | undefined
}

/** The filter of one page, newest first. @throws AppError invalid for a cursor of another list */
export function mailFilter({ to, status, template, cursor }: Wanted) {
  return {
    ...(to ? { to: { contains: to, mode: 'insensitive' as const } } : {}),
    ...(status ? { status } : {}),
    ...(template ? { template } : {}),
    ...olderThan('createdAt', cursor),
  }
}

export const newestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }]

export function toMailPage(rows: Stored[], limit: number) {
  const items = rows.slice(0, limit).map(toMail)
  const last = items.at(-1)
  const nextCursor = rows.length > limit && last ? encodeCursor([last.createdAt, last.id]) : null
  return { items, nextCursor, delivers: delivers() }
}

export const delivers = (): boolean => env().SMTP_URL !== undefined

/** The address of a page with what opens it behind `#`: an invitation, a new password, a family's link. */
const opensSomething = /https?:\/\/\S+#\S/

/**
 * What waits for delivery with a server is not for other eyes; without one, reading it here is the delivery.
 * @param secrets whether who reads may hold what the mail opens
 */
export const readableText = (
  mail: { status: string; text: string },
  { secrets }: { secrets: boolean },
): string | null =>
  (mail.status === 'kept' || mail.status === 'failed') &&
  mail.text !== '' &&
  (secrets || !opensSomething.test(mail.text))
    ? mail.text
    : null

/** @throws AppError not_allowed_now for mails that have left or are on their way */
export function mayResend(status: string): void {
  if (status !== 'failed' && status !== 'kept')
    throw new AppError('not_allowed_now', { reason: 'mails.refusal.notFailed' })
  if (!delivers()) throw new AppError('not_allowed_now', { reason: 'mails.refusal.noServer' })
}
