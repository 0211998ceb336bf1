import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { isOpen } from './rules'

const columns = {
  id: true,
  version: true,
  status: true,
  schoolYearId: true,
  academicPeriodId: true,
  gradeLevel: true,
  heldOn: true,
} as const

/** @throws AppError not_found; not_allowed_now when its minutes are signed */
export async function openMeeting({ db }: { db: TenantClient }, meetingId: string) {
  const meeting = await db.evaluationMeeting.findFirst({ where: { id: meetingId }, select: columns })
  if (!meeting) throw new AppError('not_found')
  if (!isOpen(meeting.status)) throw new AppError('not_allowed_now', { reason: 'meetings.refusal.signed' })
  return meeting
}

/**
 * The same, holding the meeting's row until the transaction ends: whoever signs at this moment waits, or came first.
 * The version stays: two people write down decisions about different students at once.
 */
export async function lockOpenMeeting(call: Pick<CommandCall, 'db'>, meetingId: string) {
  await call.db.evaluationMeeting.updateMany({
    where: { id: meetingId, status: { in: ['planned', 'held'] } },
    data: { updatedAt: new Date() },
  })
  return openMeeting(call, meetingId)
}

type Meeting = Awaited<ReturnType<typeof openMeeting>>

/** An enrollment that the meeting is about. @throws AppError not_found for one of another year, grade or school */
export async function enrollmentOf({ db }: { db: TenantClient }, meeting: Meeting, enrollmentId: string) {
  const { schoolYearId, gradeLevel } = meeting
  const found = await db.enrollment.findFirst({
    where: { id: enrollmentId, schoolYearId, ...(gradeLevel ? { gradeLevel } : {}) },
    select: { id: true, studentId: true, gradeLevel: true, student: { select: { fullName: true } } },
  })
  if (!found) throw new AppError('not_found')
  return found
}
