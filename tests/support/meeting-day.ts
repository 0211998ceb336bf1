import { readMeetingStudents } from '@/lib/domain/meetings/students/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { contextFor } from './context'
import { markedGroup } from './meeting'
import { testSchool } from './school'

/** A school with a marked group, who calls its meetings, and its students: one passes, one is weak, one is lost. */
export async function meetingDay() {
  const school = await testSchool()
  const [rector, coordinator] = await Promise.all([contextFor(school, 'rector'), contextFor(school, 'coordinator')])
  const marked = await markedGroup(school)
  const [good, weak, lost] = marked.ids as [string, string, string]
  return { school, rector, coordinator, marked, good, weak, lost }
}

/** What a meeting sees of the students of a group. */
export const studentsOf = async (ctx: SchoolContext, meetingId: string, classGroupId: string) =>
  (await readMeetingStudents.run(ctx, { meetingId, classGroupId })).students

/** What a decision about promotion says beside its student. */
export const wanted = (meetingId: string, enrollmentId: string, over: object = {}) => ({
  meetingId,
  enrollmentId,
  version: null,
  status: 'promoted',
  ...over,
})
