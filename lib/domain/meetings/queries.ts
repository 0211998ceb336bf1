import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { gradeOrder } from '@/lib/shared/grades'
import { readMeetings } from './policy'
import { listMeetingsInput, meetingDetail, meetingInput, meetingList } from './schema'
import { meetingById, meetingsOfYear } from './sql'

/** The meetings of a year (the active one unless named): a few dozen at most. */
export const listMeetings = query({
  name: 'meetings.list',
  permission: readMeetings,
  input: listMeetingsInput,
  output: meetingList,
  run: async ({ ctx, sql, input: { schoolYearId } }) => {
    const list = await meetingsOfYear({ ctx, sql }, schoolYearId)
    if (schoolYearId && !list.year) throw new AppError('not_found')
    return { ...list, grades: list.grades.toSorted((a, b) => gradeOrder(a) - gradeOrder(b)) }
  },
})

/** @throws AppError not_found */
export const readMeeting = query({
  name: 'meetings.read',
  permission: readMeetings,
  input: meetingInput,
  output: meetingDetail,
  run: async ({ ctx, sql, input }) => {
    const meeting = await meetingById({ ctx, sql }, input.meetingId)
    if (!meeting) throw new AppError('not_found')
    const inOrder = (a: { gradeLevel: string }, b: { gradeLevel: string }) =>
      gradeOrder(a.gradeLevel) - gradeOrder(b.gradeLevel)
    return { ...meeting, groups: meeting.groups.toSorted(inOrder), items: meeting.items.toSorted(inOrder) }
  },
})
