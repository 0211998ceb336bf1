import type { SchoolContext } from './context'
import type { Transaction } from './db/tenant'
import { sendInTransaction } from './queue'

export type MailMessage = {
  to: string
  /** Which kind of mail: `family_link`, `document_rejected`, `invitation`, `password_reset` … */
  template: string
  subject: string
  text: string
  html: string
  studentId?: string | null
}

/** Header injection ends here: an address or a subject is one line. */
const oneLine = (value: string): string => value.replace(/[\r\n\t]+/g, ' ').trim()

const columns = (message: MailMessage) => ({
  to: oneLine(message.to).slice(0, 255),
  template: message.template,
  subject: oneLine(message.subject).slice(0, 255),
  text: message.text,
  html: message.html,
})

export async function queueMail(tx: Transaction, ctx: SchoolContext, message: MailMessage): Promise<void> {
  const { id } = await tx.outboxMail.create({
    data: { schoolId: ctx.schoolId, studentId: message.studentId ?? null, ...columns(message) },
    select: { id: true },
  })
  await sendInTransaction(tx, 'mail', { schoolId: ctx.schoolId, mailId: id })
}

export async function queuePlatformMail(tx: Transaction, message: MailMessage): Promise<void> {
  const { id } = await tx.platformMail.create({ data: columns(message), select: { id: true } })
  await sendInTransaction(tx, 'mail', { schoolId: null, mailId: id })
}
