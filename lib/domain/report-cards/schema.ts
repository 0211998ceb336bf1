import { z } from 'zod'
import { idField, requiredText } from '@/lib/shared/fields'
import { cardStatuses } from './rules'
import { cardKinds, cardSnapshot } from './snapshot/schema'

/** A year's periods are named by `periodId`; the final report of the year by `yearId` alone. */
export const issueCardInput = z.strictObject({
  enrollmentId: idField,
  periodId: idField.nullish(),
  ranking: z.boolean().default(false),
})

export const cardIdInput = z.strictObject({ reportCardId: idField })
export const correctCardInput = z.strictObject({ reportCardId: idField, reason: requiredText(500) })

export const issuedCard = z.object({ id: z.uuid(), edition: z.number(), number: z.string(), code: z.string() })

export const cardFile = z.object({ url: z.string(), fileName: z.string(), sha256: z.string() })

const version = z.object({
  id: z.uuid(),
  edition: z.number(),
  status: z.enum(cardStatuses),
  number: z.string().nullable(),
  reason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
})

export const cardDetail = z.object({
  id: z.uuid(),
  kind: z.enum(cardKinds),
  status: z.enum(cardStatuses),
  reason: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  studentId: z.uuid(),
  enrollmentId: z.uuid(),
  periodId: z.uuid().nullable(),
  paper: z.object({ id: z.uuid(), number: z.string(), code: z.string(), verifyUrl: z.string() }).nullable(),
  snapshot: cardSnapshot,
  versions: z.array(version),
})
export type CardDetail = z.infer<typeof cardDetail>

export const cardRow = z.object({
  id: z.uuid(),
  kind: z.enum(cardKinds),
  status: z.enum(cardStatuses),
  edition: z.number(),
  studentId: z.uuid(),
  studentName: z.string(),
  yearName: z.string(),
  periodName: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
})
export type CardRow = z.infer<typeof cardRow>
export const cardList = z.object({ items: z.array(cardRow) })

export const cardsOfStudentInput = z.strictObject({ studentId: idField })
