import { createHash } from 'node:crypto'
import { makeRoomForFile } from '@/lib/domain/schools/limits/steps'
import { AppError } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { type CommandCall, command } from '@/lib/platform/operation'
import { deleteObject, newObjectKey, objectSize, readObject, signUpload } from '@/lib/platform/storage'
import { translator } from '@/lib/platform/translator'
import { FILE_HEAD_BYTES } from '@/lib/shared/file-kind'
import { reachableDocuments } from '../policy'
import { type FileRefusal, fileRefusal, receiveFile, withinQuota } from '../rules'
import {
  confirmFileInput,
  type DocumentKind,
  type DocumentStatus,
  fileVerdict,
  offerFileInput,
  uploadTicket,
} from '../schema'
import { refreshEnrollment } from '../steps'

const forgottenAfter = 15 * 60_000

/** What is left of an upload goes when it is not needed; a store that is away keeps it, and nobody waits for that. */
async function forget(objectKey: string): Promise<void> {
  await deleteObject(objectKey).catch(() => log().warn({ event: 'store.left_behind' }))
}

/**
 * Takes down what somebody wants to send and answers where the bytes may go.
 * @throws AppError not_found; not_allowed_now for a validated document, a consent, or a guardian beyond the day's quota
 */
export const offerFile = command({
  name: 'documents.offerFile',
  permission: ['write:enrollment', 'family:self'],
  input: offerFileInput,
  output: uploadTicket,
  prepare: async ({ db, ctx, input }) => {
    const forgotten = await db.documentFile.findMany({
      where: {
        document: { AND: [{ id: input.documentId }, reachableDocuments(ctx)] },
        status: 'expected',
        createdAt: { lt: new Date(Date.now() - forgottenAfter) },
      },
      select: { id: true, objectKey: true },
    })
    await Promise.all(forgotten.map(({ objectKey }) => forget(objectKey)))
    return forgotten.map(({ id }) => id)
  },
  run: async ({ db, ctx, input, prepared: forgotten, audit }) => {
    const { documentId, fileName, contentType, size, sha256 } = input
    const document = await db.enrollmentDocument.findFirst({
      where: { AND: [{ id: documentId }, reachableDocuments(ctx)] },
      select: { kind: true, status: true, documentType: true },
    })
    if (!document) throw new AppError('not_found')
    const verdict = receiveFile({
      kind: document.kind as DocumentKind,
      status: document.status as DocumentStatus,
    })
    if (!verdict.ok) throw new AppError('not_allowed_now', { reason: verdict.reason })
    const guardianId = ctx.actor.kind === 'guardian' ? ctx.actor.guardianId : null
    if (guardianId) await mindQuota(db, guardianId, size)
    await makeRoomForFile({ db, ctx }, size)
    if (forgotten.length > 0)
      await db.documentFile.updateMany({
        where: { id: { in: forgotten }, status: 'expected' },
        data: { status: 'refused', reason: 'forgotten', checkedAt: new Date() },
      })
    const objectKey = newObjectKey(ctx.schoolId)
    const file = await db.documentFile.create({
      data: {
        schoolId: ctx.schoolId,
        documentId,
        objectKey,
        fileName,
        contentType,
        size,
        sha256,
        guardianId,
        uploadedBy: 'userId' in ctx.actor ? ctx.actor.userId : null,
      },
      select: { id: true },
    })
    audit({
      action: 'document.offer',
      entity: 'enrollment_document',
      entityId: documentId,
      after: { documentType: document.documentType, contentType, size },
    })
    return { fileId: file.id, ...(await signUpload(objectKey, { size, contentType, sha256 })) }
  },
})

async function mindQuota(db: CommandCall['db'], guardianId: string, size: number): Promise<void> {
  const day = new Date(Date.now() - 86_400_000)
  const sent = await db.documentFile.aggregate({
    where: { guardianId, createdAt: { gt: day } },
    _count: { id: true },
    _sum: { size: true },
  })
  if (!withinQuota({ files: sent._count.id, bytes: sent._sum.size ?? 0 }, size))
    throw new AppError('not_allowed_now', { reason: 'documents.refusal.quota' })
}

type Expected = { objectKey: string; size: number; sha256: string; contentType: string }

/** Looks at what lies in the store. @throws AppError in_progress when nothing has arrived, unavailable without a store */
async function inspect(file: Expected): Promise<FileRefusal | null> {
  const size = await objectSize(file.objectKey)
  const missing = () => new AppError('in_progress', { reason: 'documents.refusal.notArrived' })
  if (size === null) throw missing()
  // What has another length is not read: it may be of any size.
  if (size !== file.size) return 'size'
  const bytes = await readObject(file.objectKey)
  if (!bytes) throw missing()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return fileRefusal(file, { size: bytes.length, sha256, head: bytes.subarray(0, FILE_HEAD_BYTES) })
}

/**
 * The sender says that the bytes are there: the server looks at them, and only then does the file count.
 * A refused file is deleted and the document stays as it was. Asking twice gives the same answer.
 * @throws AppError not_found; in_progress while nothing has arrived; unavailable without a store
 */
export const confirmFile = command({
  name: 'documents.confirmFile',
  permission: ['write:enrollment', 'family:self'],
  input: confirmFileInput,
  output: fileVerdict,
  prepare: async ({ db, ctx, input }) => {
    const file = await db.documentFile.findFirst({
      where: { id: input.fileId, document: { AND: [{ id: input.documentId }, reachableDocuments(ctx)] } },
      select: { status: true, reason: true, objectKey: true, size: true, sha256: true, contentType: true },
    })
    if (!file) throw new AppError('not_found')
    if (file.status !== 'expected') return { settled: true, refusal: refusalOf(file) }
    const refusal = await inspect(file)
    if (refusal) await forget(file.objectKey)
    return { settled: false, refusal }
  },
  run: async (call) => {
    const { input, ctx, prepared } = call
    if (!prepared.settled) await settle(call, input, prepared.refusal)
    const t = await translator(ctx.locale, 'documents')
    const { refusal } = prepared
    return {
      fileId: input.fileId,
      accepted: refusal === null,
      reason: refusal,
      message: refusal ? t(`file.${refusal}`) : null,
    }
  },
})

const refusalOf = (file: { status: string; reason: string | null }): FileRefusal | null =>
  file.status === 'refused' ? ((file.reason as FileRefusal | null) ?? 'kind') : null

async function settle(
  call: CommandCall,
  { documentId, fileId }: { documentId: string; fileId: string },
  refusal: FileRefusal | null,
): Promise<void> {
  const { db, ctx, audit, notify } = call
  const now = new Date()
  const { count } = await db.documentFile.updateMany({
    where: { id: fileId, status: 'expected' },
    data: { status: refusal ? 'refused' : 'accepted', reason: refusal, checkedAt: now },
  })
  // The same confirmation, sent twice, got here first.
  if (count === 0) return
  const [file, document] = await Promise.all([
    db.documentFile.findFirst({ where: { id: fileId } }),
    db.enrollmentDocument.findFirst({
      where: { id: documentId },
      select: { enrollmentId: true, documentType: true, enrollment: { select: { studentId: true } } },
    }),
  ])
  if (!file || !document) throw new AppError('not_found')
  const line = {
    entity: 'enrollment_document',
    entityId: documentId,
    studentId: document.enrollment.studentId,
    after: { documentType: document.documentType, contentType: file.contentType, size: file.size },
  }
  if (refusal) {
    const t = await translator('es', 'documents')
    return audit({ action: 'document.refuse_file', reason: t(`file.${refusal}`), ...line })
  }
  const taken = await db.enrollmentDocument.updateMany({
    where: { id: documentId, kind: 'file', status: { not: 'validated' } },
    data: {
      status: 'uploaded',
      rejectionReason: null,
      fileId,
      r2ObjectKey: file.objectKey,
      fileName: file.fileName,
      uploadedAt: now,
      validatedAt: null,
      validatedBy: null,
      version: { increment: 1 },
    },
  })
  if (taken.count === 0) throw new AppError('not_allowed_now', { reason: 'documents.refusal.alreadyValidated' })
  await db.documentFile.updateMany({
    where: { documentId, status: 'accepted', id: { not: fileId } },
    data: { status: 'superseded' },
  })
  audit({ action: 'document.upload', ...line })
  await refreshEnrollment(call, document.enrollmentId)
  if (ctx.actor.kind === 'guardian') await notify({ kind: 'documentsArrived', path: 'review' })
}
