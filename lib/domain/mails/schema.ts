import { z } from 'zod'
import { choice, idField, optionalText, pageFields } from '@/lib/shared/fields'

/** `kept`: there is no mail server, so it waits here to be read. */
export const mailStatuses = ['queued', 'sent', 'kept', 'failed'] as const
export type MailStatus = (typeof mailStatuses)[number]

export const listMailsInput = z.strictObject({
  /** Part of the address. */
  to: optionalText(255),
  status: choice(mailStatuses).optional(),
  template: optionalText(50),
  ...pageFields,
})

export const mailRow = z.object({
  id: z.string(),
  to: z.string(),
  template: z.string(),
  subject: z.string(),
  status: z.enum(mailStatuses),
  attempts: z.number(),
  lastError: z.string().nullable(),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
})
export type MailRow = z.infer<typeof mailRow>

export const mailPage = z.object({
  items: z.array(mailRow),
  nextCursor: z.string().nullable(),
  /** Whether there is a mail server; without one everything is kept. */
  delivers: z.boolean(),
})

export const oneMailInput = z.strictObject({ mailId: idField })

/** The text only while it has not left: what was sent keeps none, because its links are secrets. */
export const mailDetail = mailRow.extend({ text: z.string().nullable(), delivers: z.boolean() })
export type MailDetail = z.infer<typeof mailDetail>
