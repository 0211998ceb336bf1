import { expect, it } from 'vitest'
import { computeGroup } from '@/lib/domain/closing/commands'
import { readChecklist } from '@/lib/domain/closing/queries'
import { issueCard } from '@/lib/domain/report-cards/commands'
import { changePeriodStatus } from '@/lib/domain/years/periods/commands'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '@/tests/support/context'
import { addGradedCourse, type GradedCourse } from '@/tests/support/gradebook'
import { newId } from '@/tests/support/ids'
import { type TestSchool, testSchool } from '@/tests/support/school'
import { runQueued } from '@/tests/support/worker'

const { prisma } = database()

/** Every cell of the course gets this score. */
async function score(
  school: TestSchool,
  course: GradedCourse,
  value: string,
  students = course.students,
): Promise<void> {
  await prisma.activityScore.createMany({
    data: course.activities.flatMap((activityId) =>
      students.map(({ enrollmentId }) => ({
        schoolId: school.id,
        id: newId(),
        activityId,
        enrollmentId,
        status: 'scored',
        score: value,
      })),
    ),
  })
}

async function begin() {
  const school = await testSchool()
  const course = await addGradedCourse(school, { students: 3, activities: 2 })
  const rector = await contextFor(school, 'rector')
  const periodId = school.periodIds[0]!
  const version = async () =>
    (await prisma.academicPeriod.findFirstOrThrow({ where: { schoolId: school.id, id: periodId } })).version
  const move = async (status: string, over: object = {}) =>
    changePeriodStatus.run(rector, { periodId, version: await version(), status, ...over })
  const results = () => prisma.courseResult.findMany({ where: { schoolId: school.id }, orderBy: { id: 'asc' } })
  return { school, course, rector, periodId, version, move, results }
}

it('says course by course, teacher by teacher and group by group what is missing', async () => {
  const { school, course, rector, periodId } = await begin()
  await score(school, course, '4.0', course.students.slice(0, 2))
  const list = await readChecklist.run(rector, { periodId })
  expect(list.courses).toMatchObject([
    { courseId: course.id, expected: 6, missing: 2, problems: ['weights', 'missingScores', 'notHandedIn'] },
  ])
  expect(list.teachers).toMatchObject([{ teachers: school.members.teacher.name, courses: 1, ready: 0, missing: 2 }])
  expect(list.rolls).toMatchObject([{ groupId: course.classGroupId }])
  // The first period of the test school runs from 19 January to 12 June 2026; no roll was called on any of its days.
  expect(list.rolls[0]?.missing).toBe(list.rolls[0]?.expected)
  await prisma.attendanceList.create({
    data: { schoolId: school.id, classGroupId: course.classGroupId, day: new Date('2026-02-03') },
  })
  const after = await readChecklist.run(rector, { periodId })
  expect(after.rolls[0]?.missing).toBe(list.rolls[0]!.missing - 1)
  expect(after.counts).toMatchObject({ courses: 1, ready: 0, missingScores: 2 })
})

it('closes with gaps only when told that they are known, freezes the rules and works the marks out', async () => {
  const { school, course, rector, move, results, periodId } = await begin()
  await score(school, course, '4.0')
  await expect(move('closed')).rejects.toMatchObject({
    code: 'not_allowed_now',
    details: { reason: 'closing.refusal.gaps', data: { courses: 1, ready: 0 } },
  })
  await move('closed', { acceptsGaps: true })
  const [event] = await prisma.periodEvent.findMany({ where: { schoolId: school.id, academicPeriodId: periodId } })
  expect(event).toMatchObject({ fromStatus: 'open', toStatus: 'closed', evaluationRulesId: expect.any(String) })
  expect(await results()).toEqual([])
  const card = { enrollmentId: course.students[0]!.enrollmentId, periodId, ranking: false }
  await expect(issueCard.run(rector, card)).rejects.toMatchObject({
    details: { reason: 'reportCards.refusal.marksUnderWay' },
  })
  expect((await runQueued()).failures).toEqual([])
  expect(await issueCard.run(rector, card)).toMatchObject({ edition: 1 })
  expect((await results()).map(({ value, level }) => [value?.toFixed(), level])).toEqual([
    ['4', 'high'],
    ['4', 'high'],
    ['4', 'high'],
  ])
})

it('opens again with a reason, and marks anew when it is closed once more', async () => {
  const { school, course, move, results, periodId, rector } = await begin()
  await score(school, course, '2.0')
  await move('closed', { acceptsGaps: true })
  await runQueued()
  await expect(move('open')).rejects.toMatchObject({ details: { field: 'reason' } })
  await move('open', { reason: 'Se corrigió una nota' })
  expect(await results()).toEqual([])
  await expect(computeGroup.run(rector, { periodId, classGroupId: course.classGroupId })).rejects.toMatchObject({
    code: 'not_allowed_now',
  })
  await prisma.activityScore.updateMany({ where: { schoolId: school.id }, data: { score: '5.0' } })
  await move('closed', { acceptsGaps: true })
  await runQueued()
  expect((await results()).map(({ value }) => value?.toFixed())).toEqual(['5', '5', '5'])
  const { moves } = await readChecklist.run(rector, { periodId })
  expect(moves.map(({ from, to, reason }) => [from, to, reason])).toEqual([
    ['open', 'closed', null],
    ['closed', 'open', 'Se corrigió una nota'],
    ['open', 'closed', null],
  ])
})

it('lets one of two who close at once close it, and works out each mark once', async () => {
  const { school, course, move, results, version } = await begin()
  await score(school, course, '3.0')
  const seen = await version()
  const outcomes = await Promise.allSettled([
    move('closed', { acceptsGaps: true, version: seen }),
    move('closed', { acceptsGaps: true, version: seen }),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await runQueued()
  expect(await results()).toHaveLength(3)
})

it('knows no period of another school', async () => {
  const [{ rector }, other] = [await begin(), await begin()]
  await expect(readChecklist.run(rector, { periodId: other.periodId })).rejects.toMatchObject({ code: 'not_found' })
  await expect(
    computeGroup.run(rector, { periodId: other.periodId, classGroupId: other.course.classGroupId }),
  ).rejects.toMatchObject({ code: 'not_found' })
})
