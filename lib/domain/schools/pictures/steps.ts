import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { objectSize, readObject } from '@/lib/platform/storage'
import { FILE_HEAD_BYTES, fileKind } from '@/lib/shared/file-kind'
import { logoTypes, MAX_LOGO_BYTES } from '../branding/rules'

/**
 * Takes what arrived in the store at `key`, by its bytes: a PNG or JPEG of at most 1 MB.
 * @throws AppError not_allowed_now when nothing arrived; invalid at `field` with what is wrong with the file
 */
export async function acceptPicture(
  db: Pick<TenantClient, 'storedFile'>,
  key: string | null | undefined,
  field: string,
) {
  const size = key ? await objectSize(key) : null
  if (!key || size === null) throw new AppError('not_allowed_now', { reason: 'schools.refusal.noUpload' })
  if (size > MAX_LOGO_BYTES) throw new AppError('invalid', { field, reason: 'validation.logoTooLarge' })
  const found = fileKind(((await readObject(key)) ?? new Uint8Array()).subarray(0, FILE_HEAD_BYTES))
  const contentType = logoTypes.find((type) => type === found)
  if (!contentType) throw new AppError('invalid', { field, reason: 'schools.refusal.logoType' })
  await db.storedFile.updateMany({ where: { objectKey: key, status: 'expected' }, data: { status: 'ready', size } })
  return { key, size, contentType }
}
