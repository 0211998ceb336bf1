import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command, done } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { leadMeetings } from '../policy'
import { enrollmentOf, lockOpenMeeting } from '../steps'
import { createDecisionInput, removeDecisionInput, savedDecision, updateDecisionInput } from './schema'

type Row = {
  id: string
  version: number
  meetingId: string
  enrollmentId: string
  kind: string
  decision: string
  reason: string
}
const saved = ({ id, version, meetingId, enrollmentId }: Row) => ({ id, version, meetingId, enrollmentId })

/** What the meeting decides about a student, and why. @throws AppError not_found; not_allowed_now when signed */
export const createDecision = command({
  name: 'meetings.decide',
  permission: leadMeetings,
  input: createDecisionInput,
  output: savedDecision,
  run: async (call) => {
    const { db, ctx, input, audit } = call
    const { meetingId, enrollmentId, kind, decision, reason } = input
    const meeting = await lockOpenMeeting(call, meetingId)
    const enrollment = await enrollmentOf(call, meeting, enrollmentId)
    const row = await db.meetingDecision.create({
      data: { schoolId: ctx.schoolId, meetingId, enrollmentId, kind, decision, reason, createdBy: userIdOf(ctx) },
    })
    audit({
      action: 'meeting.decide',
      entity: 'meeting',
      entityId: meetingId,
      studentId: enrollment.studentId,
      after: { kind, decision },
      reason,
    })
    return saved(row)
  },
})

/** A decision of words whose meeting is open. Outcomes of the year are changed where they are decided. */
async function plainDecision(call: Pick<CommandCall, 'db'>, decisionId: string) {
  const row = await call.db.meetingDecision.findFirst({
    where: { id: decisionId, kind: { not: 'promotion' } },
    select: { meetingId: true, decision: true, reason: true, enrollment: { select: { studentId: true } } },
  })
  if (!row) throw new AppError('not_found')
  await lockOpenMeeting(call, row.meetingId)
  return row
}

/** @throws AppError conflict with the decision as it is, when somebody else put it differently meanwhile */
export const updateDecision = command({
  name: 'meetings.changeDecision',
  permission: leadMeetings,
  input: updateDecisionInput,
  output: savedDecision,
  run: async (call) => {
    const { db, input, audit } = call
    const { decisionId, version, decision, reason } = input
    const before = await plainDecision(call, decisionId)
    const row = await updateVersioned<Row>(db.meetingDecision, {
      id: decisionId,
      version,
      data: { decision, reason },
      shows: ['decision', 'reason'],
    })
    audit({
      action: 'meeting.changeDecision',
      entity: 'meeting',
      entityId: row.meetingId,
      studentId: before.enrollment.studentId,
      before: { decision: before.decision },
      after: { decision },
      reason,
    })
    return saved(row)
  },
})

/** Takes a decision out of minutes that are not signed yet. */
export const removeDecision = command({
  name: 'meetings.removeDecision',
  permission: leadMeetings,
  input: removeDecisionInput,
  output: done,
  run: async (call) => {
    const { db, input, audit } = call
    const { decisionId, version } = input
    const before = await plainDecision(call, decisionId)
    const { count } = await db.meetingDecision.deleteMany({ where: { id: decisionId, version } })
    if (count === 0) throw new AppError('conflict', { current: { id: decisionId } })
    audit({
      action: 'meeting.removeDecision',
      entity: 'meeting',
      entityId: before.meetingId,
      studentId: before.enrollment.studentId,
      before: { decision: before.decision },
    })
    return { ok: true as const }
  },
})
