import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { relativeTime } from '@/lib/shared/dates'
import { reviewAccess } from '../policy'
import {
  type DocumentVerdict,
  rejectDocument as mayReject,
  reopenDocument as mayReopen,
  validateDocument as mayValidate,
  storeRejection,
} from '../rules'
import {
  type DocumentKind,
  type DocumentStatus,
  rejectDocumentInput,
  rejectedDocument,
  reviewedDocument,
  validateDocumentInput,
} from '../schema'
import { refreshEnrollment } from '../steps'
import { tellFamily } from './steps'

const reviewed = {
  id: true,
  kind: true,
  status: true,
  version: true,
  documentType: true,
  metadata: true,
  fileId: true,
  enrollmentId: true,
  enrollment: {
    select: { student: { select: { id: true, firstName: true, fullName: true } } },
  },
} as const

const readDocument = ({ db }: CommandCall, id: string) =>
  db.enrollmentDocument.findFirst({ where: { id }, select: reviewed })
export type ReviewedDocument = NonNullable<Awaited<ReturnType<typeof readDocument>>>

/** Who was faster, in words: "Marta Ríos ya lo aceptó (hace 2 min)". */
async function clash({ db, ctx }: CommandCall, document: ReviewedDocument): Promise<AppError> {
  const last = await db.auditLog.findFirst({
    where: { entity: 'enrollment_document', entityId: document.id, action: { startsWith: 'document.' } },
    orderBy: { at: 'desc' },
    select: { actorName: true, at: true },
  })
  return new AppError('conflict', {
    reason: `documents.conflict.${document.status}`,
    data: { who: last?.actorName ?? '—', when: relativeTime(last?.at ?? new Date(), new Date(), ctx.locale) },
    current: { documentId: document.id, status: document.status, version: document.version },
  })
}

type Decision = {
  input: { documentId: string; version: number }
  action: string
  may: (document: { kind: DocumentKind; status: DocumentStatus }) => DocumentVerdict
  data: Record<string, unknown>
  reason?: string
}

/** Decides on the very version that the person saw, and nothing when somebody decided first. */
async function decide(call: CommandCall, { input, action, may, data, reason }: Decision) {
  const { db, ctx, audit } = call
  const document = await readDocument(call, input.documentId)
  if (!document) throw new AppError('not_found')
  reviewAccess(ctx, document.documentType)
  if (document.version !== input.version) throw await clash(call, document)
  const verdict = may({ kind: document.kind as DocumentKind, status: document.status as DocumentStatus })
  if (!verdict.ok) throw new AppError('not_allowed_now', { reason: verdict.reason })
  const { count } = await db.enrollmentDocument.updateMany({
    where: { id: document.id, version: input.version },
    data: { ...data, status: verdict.status, version: { increment: 1 } },
  })
  if (count === 0) throw await clash(call, (await readDocument(call, document.id)) ?? document)
  audit({
    action,
    entity: 'enrollment_document',
    entityId: document.id,
    studentId: document.enrollment.student.id,
    before: { status: document.status },
    after: { documentType: document.documentType, status: verdict.status },
    ...(reason ? { reason } : {}),
  })
  await refreshEnrollment(call, document.enrollmentId)
  const enrollment = await db.enrollment.findFirst({
    where: { id: document.enrollmentId },
    select: { id: true, status: true, missingCount: true },
  })
  if (!enrollment) throw new AppError('not_found')
  return {
    document,
    result: { documentId: document.id, version: input.version + 1, status: verdict.status, enrollment },
  }
}

const decider = ({ ctx }: CommandCall) => ('userId' in ctx.actor ? ctx.actor.userId : null)

/** The file shows what it has to. @throws AppError not_found; conflict when somebody decided first, with who and when */
export const validateDocument = command({
  name: 'documents.validate',
  permission: 'write:enrollment',
  input: validateDocumentInput,
  output: reviewedDocument,
  run: async (call) => {
    const { input } = call
    const data = { validatedAt: new Date(), validatedBy: decider(call), rejectionReason: null }
    return (await decide(call, { input, action: 'document.validate', may: mayValidate, data })).result
  },
})

/** Takes a validation back; the file waits for a reviewer again. */
export const reopenDocument = command({
  name: 'documents.reopen',
  permission: 'write:enrollment',
  input: validateDocumentInput,
  output: reviewedDocument,
  run: async (call) => {
    const { input } = call
    const data = { validatedAt: null, validatedBy: null }
    return (await decide(call, { input, action: 'document.reopen', may: mayReopen, data })).result
  },
})

/**
 * The file does not do; the family reads why, in a mail with a fresh link. Without an address the answer carries the
 * text for the reviewer to pass on.
 */
export const rejectDocument = command({
  name: 'documents.reject',
  permission: 'write:enrollment',
  input: rejectDocumentInput,
  output: rejectedDocument,
  run: async (call) => {
    const { db, input } = call
    const { documentId, version, code, note } = input
    const stored = storeRejection(code, note)
    const { document, result } = await decide(call, {
      input: { documentId, version },
      action: 'document.reject',
      may: (current) => mayReject(current, stored),
      data: { rejectionReason: stored, validatedAt: null, validatedBy: null },
      reason: stored,
    })
    // A file that was brought along stays as it was with the enrollment that it came with.
    if (document.fileId)
      await db.documentFile.updateMany({ where: { id: document.fileId, documentId }, data: { reason: stored } })
    return { ...result, notice: await tellFamily(call, document, { code, note: note ?? null }) }
  },
})
