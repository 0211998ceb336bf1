import { z } from 'zod'
import { choice, idField, optionalText, pageFields, requiredText, versionField } from '@/lib/shared/fields'
import { allowedFileTypes, MAX_FILE_BYTES } from '@/lib/shared/file-kind'
import { gradeLevels } from '@/lib/shared/grades'

export const documentStatuses = ['pending', 'uploaded', 'validated', 'rejected'] as const
export type DocumentStatus = (typeof documentStatuses)[number]

export const documentKinds = ['file', 'consent'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Sentences for the family in messages/<lang>/documents.json under `rejection.<code>`; `other` needs a note. */
export const rejectionCodes = [
  'blurry',
  'cut_off',
  'unreadable',
  'incomplete',
  'expired',
  'wrong_student',
  'wrong_document',
  'not_signed',
  'other',
] as const
export type RejectionCode = (typeof rejectionCodes)[number]

export const validateDocumentInput = z.strictObject({ documentId: idField, version: versionField })

export const rejectDocumentInput = z
  .strictObject({ documentId: idField, version: versionField, code: choice(rejectionCodes), note: optionalText(400) })
  .refine((input) => input.code !== 'other' || Boolean(input.note), { path: ['note'], error: 'validation.required' })
export type RejectDocumentInput = z.input<typeof rejectDocumentInput>

/** What a browser says about a file before it may send it. `sha256`: 64 hex digits. */
export const fileOffer = {
  fileName: requiredText(255),
  contentType: z.enum(allowedFileTypes, { error: 'validation.fileType' }),
  size: z.coerce
    .number({ error: 'validation.invalid' })
    .int({ error: 'validation.invalid' })
    .min(1, { error: 'validation.fileEmpty' })
    .max(MAX_FILE_BYTES, { error: 'validation.fileTooLarge' }),
  sha256: z.string({ error: 'validation.sha256' }).regex(/^[0-9a-f]{64}$/, { error: 'validation.sha256' }),
}

export const offerFileInput = z.strictObject({ documentId: idField, ...fileOffer })
export type OfferFileInput = z.input<typeof offerFileInput>

export const confirmFileInput = z.strictObject({ documentId: idField, fileId: idField })

/** What waits for a reviewer, oldest first. */
export const reviewQueueInput = z.strictObject({
  yearId: idField.optional(),
  gradeLevel: choice(gradeLevels).optional(),
  documentType: z.string().max(50, { error: 'validation.tooLong' }).optional(),
  ...pageFields,
})

/** Where the browser may put the bytes, for 300 s, with these headers exactly. */
export const uploadTicket = z.object({
  fileId: z.uuid(),
  url: z.url(),
  method: z.literal('PUT'),
  headers: z.record(z.string(), z.string()),
  expiresAt: z.iso.datetime(),
})

/** What the server found when it looked at the file that arrived. `message`: a sentence when it was refused. */
export const fileVerdict = z.object({
  fileId: z.uuid(),
  accepted: z.boolean(),
  reason: z.string().nullable(),
  message: z.string().nullable(),
})

export const documentFile = z.object({
  id: z.uuid(),
  fileName: z.string(),
  contentType: z.string(),
  size: z.number(),
  status: z.enum(['accepted', 'refused', 'superseded']),
  reason: z.string().nullable(),
  sentAt: z.iso.datetime(),
  /** Guardian's or employee's name. */
  sentBy: z.string().nullable(),
})

export const documentRow = z.object({
  id: z.uuid(),
  version: z.number(),
  documentType: z.string(),
  name: z.string(),
  help: z.string().nullable(),
  kind: z.enum(documentKinds),
  required: z.boolean(),
  status: z.enum(documentStatuses),
  rejection: z.object({ code: z.enum(rejectionCodes), note: z.string().nullable() }).nullable(),
  uploadedAt: z.iso.datetime().nullable(),
  validatedAt: z.iso.datetime().nullable(),
  /** The reviewer, or the guardian who accepted a consent. */
  validatedBy: z.string().nullable(),
  documentVersion: z.string().nullable(),
  /** The year whose enrollment it comes from, when it was brought along because it still counts. */
  carriedFrom: z.string().nullable(),
  /** False for sensitive files that this person may not see. */
  openable: z.boolean(),
  /** The newest first; the first accepted one is the one that counts. */
  files: z.array(documentFile),
})
export type DocumentRow = z.output<typeof documentRow>

export const listDocumentsInput = z.strictObject({ enrollmentId: idField })
export const documentList = z.object({ items: z.array(documentRow) })

export const openFileInput = z.strictObject({ documentId: idField, fileId: idField.optional() })
export const openedFile = z.object({ url: z.url(), fileName: z.string(), contentType: z.string() })

export const queueItem = z.object({
  documentId: z.uuid(),
  version: z.number(),
  enrollmentId: z.uuid(),
  studentId: z.uuid(),
  student: z.string(),
  identity: z.object({ type: z.string(), number: z.string() }),
  birthDate: z.string().nullable(),
  gradeLevel: z.string(),
  groupCode: z.string().nullable(),
  yearName: z.string(),
  enrollmentKind: z.string(),
  documentType: z.string(),
  name: z.string(),
  help: z.string().nullable(),
  required: z.boolean(),
  uploadedAt: z.iso.datetime(),
  sentBy: z.string().nullable(),
  file: z.object({ id: z.uuid(), fileName: z.string(), contentType: z.string(), size: z.number() }),
  /** How the previous file was refused, if there was one. */
  earlier: z.array(z.object({ code: z.enum(rejectionCodes), note: z.string().nullable() })),
})
export type QueueItem = z.output<typeof queueItem>

export const reviewQueue = z.object({
  items: z.array(queueItem),
  nextCursor: z.string().nullable(),
  total: z.number(),
  grades: z.array(z.object({ gradeLevel: z.string(), count: z.number() })),
  types: z.array(z.object({ documentType: z.string(), name: z.string(), count: z.number() })),
})

export const reviewedDocument = z.object({
  documentId: z.uuid(),
  version: z.number(),
  status: z.enum(documentStatuses),
  enrollment: z.object({ id: z.uuid(), status: z.string(), missingCount: z.number() }),
})

/** How the family learns of a rejection: by mail, or by a text that the reviewer passes on. */
export const familyNotice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mailed'), to: z.string(), guardian: z.string() }),
  z.object({ kind: z.literal('copy'), guardian: z.string(), text: z.string(), whatsappUrl: z.url() }),
  z.object({ kind: z.literal('nobody') }),
])
export const rejectedDocument = reviewedDocument.extend({ notice: familyNotice })
