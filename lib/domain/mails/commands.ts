import type { Transaction } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { command, done } from '@/lib/platform/operation'
import { sendInTransaction } from '@/lib/platform/queue'
import { oneMailInput } from './schema'
import { mayResend } from './steps'

/** Puts a mail that could not be delivered into the queue again. */
export const resendMail = command({
  name: 'mails.resend',
  permission: 'config:institution',
  input: oneMailInput,
  output: done,
  run: async ({ db, ctx, input: { mailId }, audit }) => {
    const mail = await db.outboxMail.findFirst({ where: { id: mailId }, select: { status: true, template: true } })
    if (!mail) throw new AppError('not_found')
    mayResend(mail.status)
    const { count } = await db.outboxMail.updateMany({
      where: { id: mailId, status: mail.status },
      data: { status: 'queued', lastError: null },
    })
    if (count === 0) throw new AppError('conflict')
    await sendInTransaction(db as Transaction, 'mail', { schoolId: ctx.schoolId, mailId })
    audit({ action: 'mail.resend', entity: 'mail', entityId: mailId, after: { template: mail.template } })
    return { ok: true as const }
  },
})
