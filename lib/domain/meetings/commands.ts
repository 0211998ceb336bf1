import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { command, done } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { dateToDay, dayToDate } from '@/lib/shared/dates'
import { leadMeetings } from './policy'
import { endMeeting, type MeetingStatus } from './rules'
import { createMeetingInput, meetingVersionInput, savedMeeting, updateMeetingInput } from './schema'
import { openMeeting } from './steps'

type Row = { id: string; version: number; status: string; heldOn: Date; notes: string | null }
const saved = ({ id, version, status }: Pick<Row, 'id' | 'version' | 'status'>) => ({
  id,
  version,
  status: status as MeetingStatus,
})

/**
 * Calls a meeting of the comisión de evaluación y promoción for a period or the year's end, of a grade or of all.
 * @throws AppError not_found when the year or the period is not of the school, or the period not of the year
 */
export const createMeeting = command({
  name: 'meetings.create',
  permission: leadMeetings,
  input: createMeetingInput,
  output: savedMeeting,
  run: async ({ db, ctx, input, audit }) => {
    const { schoolYearId, periodId = null, gradeLevel = null, heldOn, notes = null } = input
    const [year, period] = await Promise.all([
      db.schoolYear.findFirst({ where: { id: schoolYearId }, select: { name: true } }),
      periodId ? db.academicPeriod.findFirst({ where: { id: periodId, schoolYearId }, select: { name: true } }) : null,
    ])
    if (!year || (periodId && !period)) throw new AppError('not_found')
    const row = await db.evaluationMeeting.create({
      data: {
        schoolId: ctx.schoolId,
        schoolYearId,
        academicPeriodId: periodId,
        gradeLevel,
        heldOn: dayToDate(heldOn),
        notes,
        createdBy: userIdOf(ctx),
      },
      select: { id: true, version: true, status: true },
    })
    const after = { name: period?.name ?? year.name, heldOn, ...(gradeLevel ? { gradeLevel } : {}) }
    audit({ action: 'meeting.create', entity: 'meeting', entityId: row.id, after })
    return saved(row)
  },
})

/** The day and the notes. @throws AppError not_allowed_now when signed; conflict with both as they are */
export const updateMeeting = command({
  name: 'meetings.update',
  permission: leadMeetings,
  input: updateMeetingInput,
  output: savedMeeting,
  run: async ({ db, input: { meetingId, version, heldOn, notes }, audit }) => {
    const before = await openMeeting({ db }, meetingId)
    const data = {
      ...(heldOn === undefined ? {} : { heldOn: dayToDate(heldOn) }),
      ...(notes === undefined ? {} : { notes }),
    }
    const row = await updateVersioned<Row>(db.evaluationMeeting, {
      id: meetingId,
      version,
      data,
      shows: ['heldOn', 'notes'],
    })
    audit({
      action: 'meeting.update',
      entity: 'meeting',
      entityId: meetingId,
      before: { heldOn: dateToDay(before.heldOn) },
      after: { heldOn: dateToDay(row.heldOn) },
    })
    return saved(row)
  },
})

/** Ends a meeting: from here on its minutes can be read, corrected and signed. @throws AppError not_allowed_now */
export const holdMeeting = command({
  name: 'meetings.hold',
  permission: leadMeetings,
  input: meetingVersionInput,
  output: savedMeeting,
  run: async ({ db, input: { meetingId, version }, audit }) => {
    const [meeting, present] = await Promise.all([
      openMeeting({ db }, meetingId),
      db.meetingMember.count({ where: { meetingId, present: true } }),
    ])
    const verdict = endMeeting(meeting.status, present)
    if (!verdict.ok) throw new AppError('not_allowed_now', { reason: verdict.reason })
    const row = await updateVersioned<Row>(db.evaluationMeeting, {
      id: meetingId,
      version,
      data: { status: 'held' },
      shows: ['status'],
    })
    audit({ action: 'meeting.hold', entity: 'meeting', entityId: meetingId, after: { count: present } })
    return saved(row)
  },
})

/** Takes back a meeting that decided nothing. @throws AppError not_allowed_now otherwise */
export const removeMeeting = command({
  name: 'meetings.remove',
  permission: leadMeetings,
  input: meetingVersionInput,
  output: done,
  run: async ({ db, input: { meetingId, version }, audit }) => {
    const meeting = await openMeeting({ db }, meetingId)
    const [decisions, promotions] = await Promise.all([
      db.meetingDecision.count({ where: { meetingId } }),
      db.promotion.count({ where: { meetingId } }),
    ])
    if (decisions + promotions > 0)
      throw new AppError('not_allowed_now', { reason: 'meetings.refusal.hasDecisions', data: { count: decisions } })
    const { count } = await db.evaluationMeeting.deleteMany({ where: { id: meetingId, version } })
    if (count === 0) throw new AppError('conflict', { current: { id: meeting.id, version: meeting.version } })
    audit({
      action: 'meeting.remove',
      entity: 'meeting',
      entityId: meetingId,
      before: { heldOn: dateToDay(meeting.heldOn) },
    })
    return { ok: true as const }
  },
})
