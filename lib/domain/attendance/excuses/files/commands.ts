import { createHash } from 'node:crypto'
import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { command } from '@/lib/platform/operation'
import { deleteObject, objectSize, readObject } from '@/lib/platform/storage'
import { translator } from '@/lib/platform/translator'
import { FILE_HEAD_BYTES } from '@/lib/shared/file-kind'
import { type FileRefusal, fileRefusal } from '../../../enrollments/documents/rules'
import { fileVerdict, uploadTicket } from '../../../enrollments/documents/schema'
import { offerStoredFile } from '../../../schools/files/steps'
import { enterExcuses } from '../policy'
import { confirmExcuseFileInput, offerExcuseFileInput } from './schema'

/** Where the bytes of an excuse's paper may go, for 300 s. @throws AppError not_allowed_now without room */
export const offerExcuseFile = command({
  name: 'attendance.offerExcuseFile',
  permission: enterExcuses,
  input: offerExcuseFileInput,
  output: uploadTicket,
  run: async (call) => {
    const { input, audit } = call
    const { id, ticket } = await offerStoredFile(call, { ...input, purpose: 'excuse' })
    const { contentType, size } = input
    audit({ action: 'excuse.offerFile', entity: 'stored_file', entityId: id, after: { contentType, size } })
    return { fileId: id, ...ticket }
  },
})

type Announced = { objectKey: string; size: number; sha256: string; contentType: string }

/** @throws AppError in_progress while nothing has arrived, unavailable without a store */
async function inspect(file: Announced): Promise<FileRefusal | null> {
  const missing = () => new AppError('in_progress', { reason: 'documents.refusal.notArrived' })
  const size = await objectSize(file.objectKey)
  if (size === null) throw missing()
  // What has another length is not read: it may be of any size.
  if (size !== file.size) return 'size'
  const bytes = await readObject(file.objectKey)
  if (!bytes) throw missing()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return fileRefusal(file, { size: bytes.length, sha256, head: bytes.subarray(0, FILE_HEAD_BYTES) })
}

/** Looks at what arrived: only then an excuse can carry it. Asking twice gives the same answer. */
export const confirmExcuseFile = command({
  name: 'attendance.confirmExcuseFile',
  permission: enterExcuses,
  input: confirmExcuseFileInput,
  output: fileVerdict,
  prepare: async ({ db, ctx, input }) => {
    const file = await db.storedFile.findFirst({
      where: { id: input.fileId, purpose: 'excuse', createdBy: userIdOf(ctx) },
      select: { objectKey: true, size: true, sha256: true, contentType: true, status: true },
    })
    if (!file) throw new AppError('not_found')
    if (file.status !== 'expected') return { refusal: file.status === 'ready' ? null : ('kind' as const) }
    const refusal = await inspect({ ...file, size: Number(file.size) })
    if (refusal) await deleteObject(file.objectKey).catch(() => log().warn({ event: 'store.left_behind' }))
    return { refusal }
  },
  run: async ({ db, ctx, input: { fileId }, prepared: { refusal }, audit }) => {
    const { count } = await db.storedFile.updateMany({
      where: { id: fileId, status: 'expected' },
      data: { status: refusal ? 'refused' : 'ready' },
    })
    const t = await translator(ctx.locale, 'documents')
    if (count > 0)
      audit({ action: refusal ? 'excuse.refuseFile' : 'excuse.upload', entity: 'stored_file', entityId: fileId })
    return { fileId, accepted: refusal === null, reason: refusal, message: refusal ? t(`file.${refusal}`) : null }
  },
})
