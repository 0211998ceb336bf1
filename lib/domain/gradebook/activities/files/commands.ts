import { createHash } from 'node:crypto'
import { type FileRefusal, fileRefusal } from '@/lib/domain/enrollments/documents/rules'
import { fileVerdict, uploadTicket } from '@/lib/domain/enrollments/documents/schema'
import { offerStoredFile } from '@/lib/domain/schools/files/steps'
import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { type CommandCall, command } from '@/lib/platform/operation'
import { deleteObject, objectSize, readObject } from '@/lib/platform/storage'
import { translator } from '@/lib/platform/translator'
import { FILE_HEAD_BYTES } from '@/lib/shared/file-kind'
import { openActivity } from '../steps'
import { activityFileInput, offerActivityFileInput, removedFile } from './schema'

const permission = 'write:activities' as const
const mostFiles = 10

/**
 * Takes down what a teacher wants to attach and answers where the bytes may go, for 300 s.
 * @throws AppError not_found, not_allowed_now
 */
export const offerActivityFile = command({
  name: 'gradebook.offerActivityFile',
  permission,
  input: offerActivityFileInput,
  output: uploadTicket,
  run: async (call) => {
    const { db, ctx, audit } = call
    const { activityId, ...file } = call.input
    const { title } = await openActivity(call, activityId)
    const position = await db.activityFile.count({ where: { activityId, file: { status: 'ready' } } })
    if (position >= mostFiles) throw new AppError('not_allowed_now', { reason: 'gradebook.refusal.manyFiles' })
    const { id, ticket } = await offerStoredFile(call, { ...file, purpose: 'activity' })
    await db.activityFile.create({ data: { schoolId: ctx.schoolId, activityId, fileId: id, position } })
    audit({
      action: 'activity.offerFile',
      entity: 'activity',
      entityId: activityId,
      after: { name: title, size: file.size },
    })
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

async function settle(
  call: CommandCall,
  { activityId, storedFileId }: { activityId: string; storedFileId: string },
  refusal: FileRefusal | null,
): Promise<void> {
  const { title } = await openActivity(call, activityId)
  await call.db.storedFile.updateMany({
    where: { id: storedFileId, status: 'expected' },
    data: { status: refusal ? 'refused' : 'ready' },
  })
  const action = refusal ? 'activity.refuseFile' : 'activity.attach'
  call.audit({ action, entity: 'activity', entityId: activityId, after: { name: title } })
}

/** Looks at what arrived: only then it hangs on the activity. Asking twice gives the same answer. */
export const confirmActivityFile = command({
  name: 'gradebook.confirmActivityFile',
  permission,
  input: activityFileInput,
  output: fileVerdict,
  prepare: async ({ db, ctx, input: { activityId, storedFileId } }) => {
    const file = await db.storedFile.findFirst({
      where: { id: storedFileId, purpose: 'activity', createdBy: userIdOf(ctx), activities: { some: { activityId } } },
      select: { objectKey: true, size: true, sha256: true, contentType: true, status: true },
    })
    if (!file) throw new AppError('not_found')
    if (file.status !== 'expected')
      return { settled: true, refusal: file.status === 'ready' ? null : ('kind' as const) }
    const refusal = await inspect({ ...file, size: Number(file.size) })
    if (refusal) await deleteObject(file.objectKey).catch(() => log().warn({ event: 'store.left_behind' }))
    return { settled: false, refusal }
  },
  run: async (call) => {
    const { ctx, input, prepared } = call
    const { refusal } = prepared
    const { storedFileId } = input
    if (!prepared.settled) await settle(call, input, refusal)
    const t = await translator(ctx.locale, 'documents')
    return {
      fileId: storedFileId,
      accepted: refusal === null,
      reason: refusal,
      message: refusal ? t(`file.${refusal}`) : null,
    }
  },
})

/** Takes a file off an activity; its bytes stay in the store until the school's are cleared. @throws AppError not_found */
export const removeActivityFile = command({
  name: 'gradebook.removeActivityFile',
  permission,
  input: activityFileInput,
  output: removedFile,
  run: async (call) => {
    const { activityId, storedFileId } = call.input
    const { title } = await openActivity(call, activityId)
    const { count } = await call.db.activityFile.deleteMany({ where: { activityId, fileId: storedFileId } })
    if (count === 0) throw new AppError('not_found')
    call.audit({ action: 'activity.detach', entity: 'activity', entityId: activityId, before: { name: title } })
    return { id: storedFileId }
  },
})
