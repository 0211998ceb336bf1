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

/** What a browser says about a file before it may send it. `sha256`: base64 of the 32 bytes, as S3 signs it. */
export const fileOffer = {
  fileName: requiredText(255),
  contentType: z.enum(allowedFileTypes, { error: 'validation.fileType' }),
  size: z.coerce
    .number({ error: 'validation.invalid' })
    .int({ error: 'validation.invalid' })
    .min(1, { error: 'validation.fileEmpty' })
    .max(MAX_FILE_BYTES, { error: 'validation.fileTooLarge' }),
  sha256: z.string({ error: 'validation.sha256' }).regex(/^[A-Za-z0-9+/]{43}=$/, { error: 'validation.sha256' }),
}

export const offerFileInput = z.strictObject({ documentId: idField, ...fileOffer })
export const confirmFileInput = z.strictObject({ documentId: idField, fileId: idField })

/** What waits for a reviewer, oldest first. */
export const reviewQueueInput = z.strictObject({
  yearId: idField.optional(),
  gradeLevel: choice(gradeLevels).optional(),
  documentType: z.string().max(50, { error: 'validation.tooLong' }).optional(),
  ...pageFields,
})
