import { createTransport, type Transporter } from 'nodemailer'
import type { PlatformDb } from './db/platform'
import { platformClient } from './db/platform'
import { type TenantClient, tenantClient } from './db/tenant'
import { env } from './env'
import { log } from './log'

let transport: Transporter | undefined

function smtp(): Transporter | null {
  const { SMTP_URL } = env()
  if (!SMTP_URL) return null
  transport ??= createTransport(SMTP_URL, {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  } as object)
  return transport
}

type Mail = { id: string; to: string; subject: string; text: string; html: string; status: string; attempts: number }
type Box = {
  findFirst(args: { where: { id: string } }): PromiseLike<Mail | null>
  updateMany(args: { where: { id: string }; data: Record<string, unknown> }): PromiseLike<unknown>
}

function box(schoolId: string | null): Box {
  const db: TenantClient | PlatformDb = schoolId
    ? (tenantClient(schoolId) as unknown as TenantClient)
    : platformClient()
  return (schoolId ? (db as TenantClient).outboxMail : (db as PlatformDb).platformMail) as unknown as Box
}

/**
 * Hands one queued mail to the SMTP server. Without a server it stays in the outbox, where an administrator reads it.
 * What was sent keeps no text: links in it are secrets.
 * @throws what the SMTP server said, so that the queue tries again
 */
export async function deliverMail(message: { schoolId: string | null; mailId: string }): Promise<void> {
  const mails = box(message.schoolId)
  const mail = await mails.findFirst({ where: { id: message.mailId } })
  if (!mail || mail.status === 'sent') return
  const server = smtp()
  const save = (data: Record<string, unknown>) => mails.updateMany({ where: { id: mail.id }, data })
  const tell = (outcome: string) => log().info({ event: 'mail', mailId: mail.id, school: message.schoolId, outcome })
  if (!server) {
    await save({ status: 'kept' })
    tell('kept')
    return
  }
  try {
    await server.sendMail({
      from: env().MAIL_FROM,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.id}@${new URL(env().APP_URL).hostname}>`,
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    await save({ status: 'failed', attempts: mail.attempts + 1, lastError: reason.slice(0, 500) })
    tell('failed')
    throw error
  }
  await save({ status: 'sent', attempts: mail.attempts + 1, sentAt: new Date(), text: '', html: '', lastError: null })
  tell('sent')
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character]!)

export type MailContent = {
  subject: string
  /** Sentences, one paragraph each; plain text. */
  paragraphs: string[]
  button?: { label: string; url: string }
  /** Who writes, at the foot: the school's name. */
  signature: string
}

/** One look for all mails: plain text and a simple page that every mail program shows. */
export function composeMail({ subject, paragraphs, button, signature }: MailContent): {
  subject: string
  text: string
  html: string
} {
  const text = [...paragraphs, ...(button ? [`${button.label}: ${button.url}`] : []), signature].join('\n\n')
  const body = paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escapeHtml(paragraph)}</p>`).join('')
  const link = button
    ? `<p style="margin:24px 0"><a href="${escapeHtml(button.url)}" style="background:#1f4b99;color:#fff;padding:12px 20px;border-radius:6px;text-decoration:none">${escapeHtml(button.label)}</a></p><p style="margin:0 0 16px;font-size:13px;color:#555">${escapeHtml(button.url)}</p>`
    : ''
  const html = `<!doctype html><html lang="es"><body style="font-family:system-ui,Segoe UI,sans-serif;font-size:16px;color:#1a1a1a;max-width:560px;margin:0 auto;padding:24px">${body}${link}<p style="margin:24px 0 0;color:#555">${escapeHtml(signature)}</p></body></html>`
  return { subject, text, html }
}
