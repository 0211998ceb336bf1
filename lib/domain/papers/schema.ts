import { z } from 'zod'
import { idField, optionalChoice, optionalText, pageFields, requiredText, versionField } from '@/lib/shared/fields'
import { paperKinds, paperStatuses } from './rules'

export const paperIdInput = z.strictObject({ paperId: idField })

export const annulPaperInput = z.strictObject({ paperId: idField, version: versionField, reason: requiredText(500) })
export type AnnulPaperInput = z.input<typeof annulPaperInput>

export const listPapersInput = z.strictObject({
  q: optionalText(100),
  kind: optionalChoice(paperKinds),
  status: optionalChoice(paperStatuses),
  studentId: idField.optional(),
  ...pageFields,
})

export const paperRow = z.object({
  id: z.uuid(),
  kind: z.enum(paperKinds),
  number: z.string(),
  code: z.string(),
  status: z.enum(paperStatuses),
  studentId: z.uuid().nullable(),
  studentName: z.string().nullable(),
  addressee: z.string().nullable(),
  reportCardId: z.uuid().nullable(),
  issuedAt: z.iso.datetime(),
  issuedBy: z.string().nullable(),
})
export type PaperRow = z.infer<typeof paperRow>
export const paperPage = z.object({ items: z.array(paperRow), nextCursor: z.string().nullable(), total: z.number() })

const other = z.object({ id: z.uuid(), number: z.string() }).nullable()

export const paperDetail = paperRow.extend({
  version: z.number(),
  enrollmentId: z.uuid().nullable(),
  statusReason: z.string().nullable(),
  statusAt: z.iso.datetime().nullable(),
  contentHash: z.string(),
  /** Address of the public page that verifies it. */
  verifyUrl: z.string(),
  file: z.object({ sha256: z.string(), size: z.number() }).nullable(),
  replaces: other,
  replacedBy: other,
  signers: z.array(z.object({ name: z.string(), role: z.string() })),
})
export type PaperDetail = z.infer<typeof paperDetail>

export const issuedPaper = z.object({ id: z.uuid(), number: z.string(), code: z.string() })
export const changedPaper = z.object({ id: z.uuid(), version: z.number() })

export const paperFile = z.object({ url: z.string(), fileName: z.string(), sha256: z.string() })
