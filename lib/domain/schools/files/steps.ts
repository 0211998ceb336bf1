import { userIdOf } from '@/lib/platform/context'
import type { CommandCall } from '@/lib/platform/operation'
import { newObjectKey, signUpload, type UploadTicket } from '@/lib/platform/storage'
import { makeRoomForFile } from '../limits/steps'

type Offered = {
  purpose: 'activity' | 'excuse' | 'import' | 'picture'
  fileName: string
  contentType: string
  size: number
  sha256: string
}

/**
 * Takes down a file that somebody is about to send: one row of `stored_files`, below a key that says nothing of it, and
 * where its bytes may go, for 300 s. It counts once it is `ready`.
 * @throws AppError not_allowed_now when the school has no room for it
 */
export async function offerStoredFile(
  call: Pick<CommandCall, 'db' | 'ctx'>,
  offered: Offered,
): Promise<{ id: string; objectKey: string; ticket: UploadTicket }> {
  const { db, ctx } = call
  await makeRoomForFile(call, offered.size)
  const objectKey = newObjectKey(ctx.schoolId)
  const { id } = await db.storedFile.create({
    data: { schoolId: ctx.schoolId, objectKey, ...offered, createdBy: userIdOf(ctx) },
    select: { id: true },
  })
  return { id, objectKey, ticket: await signUpload(objectKey, offered) }
}
