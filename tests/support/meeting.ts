import { createMeeting } from '@/lib/domain/meetings/commands'
import { saveMembers } from '@/lib/domain/meetings/members/commands'
import type { SchoolContext } from '@/lib/platform/context'
import { addArea, addCourse, addGroup, addSubject, placeStudents } from './academics'
import { keepMarks, midYear } from './marks'
import type { TestSchool } from './school'

export type MeetingSchool = { group: string; rulesId: string; ids: string[]; areas: string[] }

/**
 * A group of a sixth grade with three areas of a subject each, and three students whose closed first period says:
 * the first passes all, the second fails one area, the third fails all three.
 */
export async function markedGroup(school: TestSchool): Promise<MeetingSchool> {
  const group = await addGroup(school, { gradeLevel: '6', code: '6-A' })
  const names = ['Ciencias', 'Lenguaje', 'Matemáticas']
  const courses = []
  for (const name of names)
    courses.push(
      await addCourse(school, {
        groupId: group,
        subjectId: await addSubject(school, { areaId: await addArea(school, { name }), name }),
      }),
    )
  const ids = (await placeStudents(school, group, 3)).map(({ enrollmentId }) => enrollmentId)
  const rulesId = await midYear(school)
  const marks = [
    ['4.0', '3.0', '2.0'],
    ['4.5', '3.5', '1.5'],
    ['3.8', '2.5', '2.9'],
  ]
  for (const [index, { id }] of courses.entries())
    await keepMarks(
      school,
      { courseId: id, periodId: school.periodIds[0]!, rulesId },
      Object.fromEntries(ids.map((enrollmentId, at) => [enrollmentId, marks[index]![at]!])),
    )
  return { group, rulesId, ids, areas: names }
}

/** A meeting of the school's active year, with somebody present; without `periodId` that of the year's end. */
export async function addMeeting(
  school: TestSchool,
  ctx: SchoolContext,
  over: { periodId?: string; gradeLevel?: '6' | '7' } = {},
) {
  const meeting = await createMeeting.run(ctx, { schoolYearId: school.yearId, heldOn: '2026-11-20', ...over })
  const { rector } = school.members
  const present = [{ userId: rector.userId, name: rector.name, role: 'Rectoría', present: true }]
  return saveMembers.run(ctx, { meetingId: meeting.id, version: meeting.version, members: present })
}
