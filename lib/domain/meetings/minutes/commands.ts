import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/new-id'
import { command } from '@/lib/platform/operation'
import { deleteObject } from '@/lib/platform/storage'
import { today } from '@/lib/shared/dates'
import { nextNumber } from '../../papers/counters/steps'
import { showNumber } from '../../papers/rules'
import { writePdf } from '../../papers/steps'
import { signMeetings } from '../policy'
import { minutesSeries } from '../rules'
import { meetingVersionInput } from '../schema'
import { openMeeting } from '../steps'
import { signedMinutes } from './schema'
import { renderMinutes } from './steps'

/**
 * Signs the minutes of a meeting that has ended: the next number of the year's series, the PDF kept in the object store, and
 * from here on nothing of the meeting changes. The PDF is made before the transaction opens, with the number that comes next:
 * if a number was taken or a decision changed meanwhile, it is thrown away.
 * @throws AppError not_found; not_allowed_now when not ended, or signed; conflict
 */
export const signMinutes = command({
  name: 'meetings.sign',
  permission: signMeetings,
  input: meetingVersionInput,
  output: signedMinutes,
  prepare: async ({ db, ctx, sql, input: { meetingId } }) => {
    const { status } = await openMeeting({ db }, meetingId)
    if (status !== 'held') throw new AppError('not_allowed_now', { reason: 'meetings.refusal.notHeld' })
    const series = minutesSeries(today())
    const [counter, touched] = await Promise.all([
      db.counter.findFirst({ where: { scope: `paper:${series}` }, select: { value: true } }),
      db.evaluationMeeting.findFirst({ where: { id: meetingId }, select: { updatedAt: true } }),
    ])
    const expected = (counter?.value ?? 0) + 1
    const number = showNumber(series, expected)
    const { bytes, hash } = await renderMinutes({ db, ctx, sql }, meetingId, number)
    const file = await writePdf(ctx.schoolId, bytes)
    return { series, expected, number, hash, file, updatedAt: touched?.updatedAt ?? new Date(0) }
  },
  run: async (call) => {
    const { db, ctx, input, prepared, audit } = call
    const { series, expected, number, hash, file, updatedAt } = prepared
    const { meetingId, version } = input
    try {
      const { count } = await db.evaluationMeeting.updateMany({
        where: { id: meetingId, version, status: 'held', updatedAt },
        data: { status: 'signed', version: version + 1 },
      })
      const taken = await nextNumber(call, `paper:${series}`)
      if (count === 0 || taken !== expected)
        throw new AppError('conflict', { reason: 'meetings.refusal.changedMeanwhile' })
      const fileId = newId()
      const about = { fileName: `${number}.pdf`, contentType: 'application/pdf', purpose: 'minutes', status: 'ready' }
      await db.storedFile.create({
        data: { schoolId: ctx.schoolId, id: fileId, createdBy: userIdOf(ctx), ...about, ...file },
      })
      await db.evaluationMeeting.updateMany({ where: { id: meetingId }, data: { minutesFileId: fileId } })
      audit({ action: 'meeting.sign', entity: 'meeting', entityId: meetingId, after: { name: number, sha256: hash } })
      return { id: meetingId, version: version + 1, number }
    } catch (error) {
      await deleteObject(file.objectKey).catch(() => {})
      throw error
    }
  },
})
