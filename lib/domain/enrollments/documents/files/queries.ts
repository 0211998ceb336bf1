import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { signView } from '@/lib/platform/storage'
import { type FileType, fileTypes } from '@/lib/shared/file-kind'
import { sensitiveRequirements } from '../../../requirements/rules'
import { reviewAccess } from '../policy'
import { documentName, requirementNames } from '../queries'
import { openedFile, openFileInput } from '../schema'

/** Characters that a file system or a header would stumble over. */
const plain = (text: string) => text.replace(/[\p{C}\\/:*?"<>|]+/gu, ' ').trim()

/**
 * An address, good for 60 s, at which a file that was checked can be seen, under a name of ours.
 * @throws AppError not_found also for files that were never checked, or were refused
 */
export const openFile = query({
  name: 'documents.openFile',
  permission: 'read:enrollment',
  input: openFileInput,
  output: openedFile,
  run: async ({ db, ctx, input, audit }) => {
    const [document, names] = await Promise.all([
      db.enrollmentDocument.findFirst({
        where: { id: input.documentId },
        select: {
          fileId: true,
          documentType: true,
          metadata: true,
          enrollment: { select: { studentId: true, student: { select: { fullName: true } } } },
        },
      }),
      requirementNames(db),
    ])
    const fileId = input.fileId ?? document?.fileId
    if (!document || !fileId) throw new AppError('not_found')
    reviewAccess(ctx, document.documentType)
    const file = await db.documentFile.findFirst({
      where: {
        id: fileId,
        // The file that counts may have come with an earlier year's enrollment.
        ...(fileId === document.fileId ? {} : { documentId: input.documentId }),
        status: { in: ['accepted', 'superseded'] },
      },
      select: { objectKey: true, contentType: true },
    })
    if (!file) throw new AppError('not_found')
    const { documentType } = document
    if (sensitiveRequirements.includes(documentType))
      audit({
        action: 'document.open',
        entity: 'enrollment_document',
        entityId: input.documentId,
        studentId: document.enrollment.studentId,
        after: { documentType },
      })
    const { contentType } = file
    const title = `${document.enrollment.student.fullName} - ${documentName(names, document).name}`
    const fileName = `${plain(title)}.${fileTypes[contentType as FileType] ?? 'bin'}`
    // Only Apple's programs show HEIC; others would save it under an address without an ending.
    const download = contentType === 'image/heic' || contentType === 'image/heif'
    return { url: await signView(file.objectKey, { fileName, contentType, download }), fileName, contentType }
  },
})
