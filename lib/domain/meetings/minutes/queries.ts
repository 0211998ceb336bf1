import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { readObject } from '@/lib/platform/storage'
import { readMeetings } from '../policy'
import { meetingInput } from '../schema'
import { minutesFile } from './schema'
import { renderMinutes } from './steps'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const contentType = 'application/pdf'

/** The minutes as PDF: the kept file once they are signed, a draft that says so before. `content` is base64. */
export const readMinutes = query({
  name: 'meetings.minutes',
  permission: readMeetings,
  input: meetingInput,
  output: minutesFile,
  run: async ({ db, ctx, sql, input: { meetingId } }) => {
    const meeting = await db.evaluationMeeting.findFirst({
      where: { id: meetingId },
      select: { heldOn: true, minutesFile: { select: { objectKey: true, fileName: true } } },
    })
    if (!meeting) throw new AppError('not_found')
    const { minutesFile: kept, heldOn } = meeting
    if (!kept) {
      const { bytes } = await renderMinutes({ db, ctx, sql }, meetingId, null)
      return { fileName: `borrador-${heldOn.toISOString().slice(0, 10)}.pdf`, contentType, content: base64(bytes) }
    }
    const bytes = await readObject(kept.objectKey)
    if (!bytes) throw new AppError('unavailable', { reason: 'store_unavailable' })
    return { fileName: kept.fileName, contentType, content: base64(bytes) }
  },
})
