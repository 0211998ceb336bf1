import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { dateToDay, showDay } from '@/lib/shared/dates'
import { leadMeetings } from '../policy'
import type { MeetingStatus } from '../rules'
import { savedMeeting } from '../schema'
import { openMeeting } from '../steps'
import { saveMembersInput } from './schema'

/**
 * Who was there, by the name and office of that day: later changes of either leave the minutes as they are.
 * @throws AppError not_found for a person who is not of the school; not_allowed_now when signed; conflict
 */
export const saveMembers = command({
  name: 'meetings.saveMembers',
  permission: leadMeetings,
  input: saveMembersInput,
  output: savedMeeting,
  run: async ({ db, ctx, input: { meetingId, version, members }, audit, notify }) => {
    const { heldOn } = await openMeeting({ db }, meetingId)
    const before = await db.meetingMember.findMany({ where: { meetingId }, select: { userId: true } })
    const userIds = [...new Set(members.flatMap(({ userId }) => userId ?? []))]
    const known = await db.schoolMembership.count({ where: { userId: { in: userIds } } })
    if (known !== userIds.length) throw new AppError('not_found', { field: 'members' })
    const row = await updateVersioned<{ id: string; version: number; status: string }>(db.evaluationMeeting, {
      id: meetingId,
      version,
      data: {},
    })
    await db.meetingMember.deleteMany({ where: { meetingId } })
    await db.meetingMember.createMany({
      data: members.map(({ userId = null, name, role, present }) => ({
        schoolId: ctx.schoolId,
        meetingId,
        userId,
        name,
        role,
        present,
      })),
    })
    audit({
      action: 'meeting.members',
      entity: 'meeting',
      entityId: meetingId,
      after: { count: members.filter(({ present }) => present).length },
    })
    const invited = userIds.filter((id) => !before.some(({ userId }) => userId === id))
    const data = { day: showDay(dateToDay(heldOn)) }
    await notify({ kind: 'meetingCalled', users: invited, data, path: `meetings/${meetingId}` })
    return { id: row.id, version: row.version, status: row.status as MeetingStatus }
  },
})
