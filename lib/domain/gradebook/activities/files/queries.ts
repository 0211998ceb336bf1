import { courseFor } from '@/lib/domain/academics/policy'
import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { signView } from '@/lib/platform/storage'
import { readCourses } from '../../policy'
import { activityFileInput, fileAddress } from './schema'

/** Characters that a file system or a header would stumble over. */
const plain = (text: string) => text.replace(/[\p{C}\\/:*?"<>|]+/gu, ' ').trim()

/** An address, good for 60 s, at which a file of an activity can be seen. @throws AppError not_found */
export const openActivityFile = query({
  name: 'gradebook.openActivityFile',
  permission: readCourses,
  input: activityFileInput,
  output: fileAddress,
  run: async ({ db, ctx, input: { activityId, storedFileId } }) => {
    const found = await db.activityFile.findFirst({
      where: { activityId, fileId: storedFileId, file: { status: 'ready' } },
      select: {
        activity: { select: { courseOfferingId: true } },
        file: { select: { objectKey: true, fileName: true, contentType: true } },
      },
    })
    if (!found) throw new AppError('not_found')
    await courseFor({ db, ctx }, found.activity.courseOfferingId, 'read:grades')
    const { objectKey, contentType } = found.file
    const fileName = plain(found.file.fileName)
    const download = contentType === 'image/heic' || contentType === 'image/heif'
    return { url: await signView(objectKey, { fileName, contentType, download }), fileName, contentType }
  },
})
