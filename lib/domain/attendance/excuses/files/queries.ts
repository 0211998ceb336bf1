import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { signView } from '@/lib/platform/storage'
import { dateToDay } from '@/lib/shared/dates'
import { type FileType, fileTypes } from '@/lib/shared/file-kind'
import { readRolls } from '../../policy'
import { visibleExcuses } from '../policy'
import { openExcuseFileInput, openedExcuseFile } from './schema'

/** An address, good for 60 s, at which the paper of an excuse can be seen. @throws AppError not_found without one */
export const openExcuseFile = query({
  name: 'attendance.openExcuseFile',
  permission: readRolls,
  input: openExcuseFileInput,
  output: openedExcuseFile,
  run: async ({ db, ctx, input: { excuseId }, audit }) => {
    const excuse = await db.absenceExcuse.findFirst({
      where: { AND: [{ id: excuseId }, visibleExcuses(ctx, userIdOf(ctx))] },
      select: {
        validFrom: true,
        enrollment: { select: { studentId: true } },
        file: { select: { objectKey: true, contentType: true, status: true } },
      },
    })
    if (excuse?.file?.status !== 'ready') throw new AppError('not_found')
    const { studentId } = excuse.enrollment
    // Most of these papers are of a doctor.
    audit({ action: 'excuse.open', entity: 'absence_excuse', entityId: excuseId, studentId })
    const { objectKey, contentType } = excuse.file
    const fileName = `${dateToDay(excuse.validFrom)}.${fileTypes[contentType as FileType] ?? 'bin'}`
    // Only Apple's programs show HEIC; others would save it under an address without an ending.
    const download = contentType === 'image/heic' || contentType === 'image/heif'
    return { url: await signView(objectKey, { fileName, contentType, download }), fileName, contentType }
  },
})
