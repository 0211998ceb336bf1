import type { Transaction } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { done, platformCommand } from '@/lib/platform/operation'
import { sendInTransaction } from '@/lib/platform/queue'
import { oneMailInput } from '../schema'
import { mayResend } from '../steps'

/** Puts a mail of the platform that could not be delivered into the queue again. */
export const resendPlatformMail = platformCommand({
  scope: 'platform',
  name: 'mails.platformResend',
  permission: 'manage:schools',
  input: oneMailInput,
  output: done,
  run: async ({ db, input: { mailId }, audit }) => {
    const mail = await db.platformMail.findFirst({ where: { id: mailId }, select: { status: true, template: true } })
    if (!mail) throw new AppError('not_found')
    mayResend(mail.status)
    const { count } = await db.platformMail.updateMany({
      where: { id: mailId, status: mail.status },
      data: { status: 'queued', lastError: null },
    })
    if (count === 0) throw new AppError('conflict')
    await sendInTransaction(db as unknown as Transaction, 'mail', { schoolId: null, mailId })
    audit({ action: 'mail.resend', entity: 'mail', entityId: mailId, after: { template: mail.template } })
    return { ok: true as const }
  },
})
