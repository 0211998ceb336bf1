import { fileKind, sameFileKind } from '@/lib/shared/file-kind'
import { type DocumentKind, type DocumentStatus, type RejectionCode, rejectionCodes } from './schema'

/** Keys in messages/<lang>/documents.json. */
export type DocumentRefusal =
  | 'documents.refusal.alreadyValidated'
  | 'documents.refusal.nothingToReview'
  | 'documents.refusal.reasonRequired'
  | 'documents.refusal.isConsent'
  | 'documents.refusal.isFile'

export type DocumentVerdict = { ok: true; status: DocumentStatus } | { ok: false; reason: DocumentRefusal }

const refuse = (reason: DocumentRefusal): DocumentVerdict => ({ ok: false, reason })

/** A file arrives. Until it is validated a newer one takes its place; earlier files stay in the history. */
export function receiveFile(document: { kind: DocumentKind; status: DocumentStatus }): DocumentVerdict {
  if (document.kind === 'consent') return refuse('documents.refusal.isConsent')
  return document.status === 'validated'
    ? refuse('documents.refusal.alreadyValidated')
    : { ok: true, status: 'uploaded' }
}

/** The guardian accepts a text: nobody has to review it. Accepting again changes nothing and is refused. */
export function acceptConsent(document: { kind: DocumentKind; status: DocumentStatus }): DocumentVerdict {
  if (document.kind === 'file') return refuse('documents.refusal.isFile')
  return document.status === 'validated'
    ? refuse('documents.refusal.alreadyValidated')
    : { ok: true, status: 'validated' }
}

/** The guardian takes a consent back (Ley 1581 de 2012, art. 8 e): the document waits again. */
export function revokeConsent(document: { kind: DocumentKind; status: DocumentStatus }): DocumentVerdict {
  if (document.kind === 'file') return refuse('documents.refusal.isFile')
  return document.status === 'validated' ? { ok: true, status: 'pending' } : refuse('documents.refusal.nothingToReview')
}

/** Takes back a validation that was a slip: the file waits for a reviewer again. */
export function reopenDocument(document: { kind: DocumentKind; status: DocumentStatus }): DocumentVerdict {
  if (document.kind === 'consent') return refuse('documents.refusal.isConsent')
  return document.status === 'validated'
    ? { ok: true, status: 'uploaded' }
    : refuse('documents.refusal.nothingToReview')
}

export function validateDocument(document: { kind: DocumentKind; status: DocumentStatus }): DocumentVerdict {
  if (document.kind === 'consent') return refuse('documents.refusal.isConsent')
  if (document.status === 'validated') return refuse('documents.refusal.alreadyValidated')
  return document.status === 'uploaded'
    ? { ok: true, status: 'validated' }
    : refuse('documents.refusal.nothingToReview')
}

/** With a reason for the family. A document validated by mistake may be rejected too. */
export function rejectDocument(
  document: { kind: DocumentKind; status: DocumentStatus },
  reason: string | null,
): DocumentVerdict {
  if (document.kind === 'consent') return refuse('documents.refusal.isConsent')
  if (!reason?.trim()) return refuse('documents.refusal.reasonRequired')
  const reviewable = document.status === 'uploaded' || document.status === 'validated'
  return reviewable ? { ok: true, status: 'rejected' } : refuse('documents.refusal.nothingToReview')
}

/** Why a file that arrived does not count; keys in messages/<lang>/documents.json under `file`. */
export type FileRefusal = 'size' | 'checksum' | 'kind' | 'otherKind'

/**
 * Whether the bytes that lie in the store are the file that was announced: same length, same SHA-256 (hex), and by their
 * first bytes of the announced type. Null when all is well.
 */
export function fileRefusal(
  announced: { size: number; sha256: string; contentType: string },
  arrived: { size: number; sha256: string; head: Uint8Array },
): FileRefusal | null {
  if (arrived.size !== announced.size) return 'size'
  if (arrived.sha256 !== announced.sha256) return 'checksum'
  const found = fileKind(arrived.head)
  if (!found) return 'kind'
  return sameFileKind(announced.contentType, found) ? null : 'otherKind'
}

/** What one guardian may send in 24 hours: a family with many children and many tries stays far below. */
export const dailyQuota = { files: 60, bytes: 300 * 1024 * 1024 }

export function withinQuota(sent: { files: number; bytes: number }, next: number): boolean {
  return sent.files < dailyQuota.files && sent.bytes + next <= dailyQuota.bytes
}

/** As stored in `rejection_reason`: `blurry`, `blurry: the lower corner`, or for `other` the note alone. */
export function storeRejection(code: RejectionCode, note?: string | null): string {
  const text = note?.trim() ?? ''
  if (code === 'other') return text
  return text ? `${code}: ${text}` : code
}

/** The canned reason, if there is one, and the reviewer's own words of a stored rejection. */
export function readRejection(stored: string | null): { code: RejectionCode; note: string | null } | null {
  if (!stored) return null
  const code = rejectionCodes.find((candidate) => stored === candidate || stored.startsWith(`${candidate}: `))
  return code ? { code, note: stored.slice(code.length + 2) || null } : { code: 'other', note: stored }
}

export type Progress = { total: number; delivered: number; validated: number; rejected: number; pending: number }

/** "3 de 8": of the required documents, how many the family has sent (`delivered`: sent or validated). */
export function progress(documents: readonly { required: boolean; status: DocumentStatus }[]): Progress {
  const count = (...states: DocumentStatus[]) =>
    documents.filter((document) => document.required && states.includes(document.status)).length
  return {
    total: count('pending', 'uploaded', 'validated', 'rejected'),
    delivered: count('uploaded', 'validated'),
    validated: count('validated'),
    rejected: count('rejected'),
    pending: count('pending'),
  }
}

/** The two counters kept on the enrollment: required and not validated, and waiting for a reviewer (optional ones too). */
export function documentCounts(documents: readonly { required: boolean; status: DocumentStatus }[]): {
  missingCount: number
  reviewCount: number
} {
  return {
    missingCount: documents.filter((document) => document.required && document.status !== 'validated').length,
    reviewCount: documents.filter((document) => document.status === 'uploaded').length,
  }
}
