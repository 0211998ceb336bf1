import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { saveScores } from '@/lib/domain/gradebook/scores/commands'
import { readGrid } from '@/lib/domain/gradebook/scores/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { dayToDate } from '@/lib/shared/dates'
import { addCourse } from '../support/academics'
import { contextFor, contextOf } from '../support/context'
import { addActivity, addGradedCourse, type GradedCourse } from '../support/gradebook'
import { newId } from '../support/ids'
import { addUser, memberOf, type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let teacher: SchoolContext
let graded: GradedCourse

beforeAll(async () => {
  school = await testSchool()
  teacher = await contextFor(school, 'teacher')
})
beforeEach(async () => {
  graded = await addGradedCourse(school)
})

const cell = (student: number, activity: number, value: { status?: string; score?: string | null }) => ({
  activityId: graded.activities[activity]!,
  enrollmentId: graded.students[student]!.enrollmentId,
  status: 'scored',
  score: null,
  version: 0,
  ...value,
})
const save = (cells: object[]) => saveScores.run(teacher, { ...graded.course, cells })

describe('the grid', () => {
  it('has the students by surname, the activities in their order, and the cells between them', async () => {
    await save([cell(1, 1, { score: '4' }), cell(2, 0, { status: 'excused', score: null })])
    const grid = await readGrid.run(teacher, graded.course)
    expect(grid.students.map(({ name }) => name)).toEqual(graded.students.map(({ name }) => name))
    expect(grid.activities.map(({ id }) => id)).toEqual(graded.activities)
    expect(grid.students.map(({ scores }) => scores)).toEqual([
      [null, null],
      [null, { status: 'scored', score: '4', version: 1 }],
      [{ status: 'excused', score: null, version: 1 }, null],
    ])
    expect(grid.course).toMatchObject({ writes: true, assessment: 'numeric', teachers: school.members.teacher.name })
    expect((await readGrid.run(await contextFor(school, 'coordinator'), graded.course)).course.writes).toBe(false)
    expect((await readGrid.run(teacher, { courseId: graded.id })).course.period?.id).toBe(school.periodIds[1])
  })

  it('is not there for others', async () => {
    const { userId } = await addUser()
    await memberOf(school, userId, ['teacher'])
    await expect(readGrid.run(await contextOf(school, userId), graded.course)).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(readGrid.run(teacher, { ...graded.course, periodId: newId() })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

it('a student who came from another group brings along what was marked there', async () => {
  const before = await addCourse(school, { subjectId: graded.subjectId })
  const activityId = await addActivity(school, before.id, { title: 'Del otro grupo', weight: '30' })
  const { enrollmentId } = graded.students[1]!
  const mine = { schoolId: school.id, enrollmentId }
  await database().prisma.activityScore.create({ data: { ...mine, activityId, status: 'scored', score: '2' } })
  await database().prisma.courseEnrollment.updateMany({
    where: { ...mine, courseOfferingId: graded.id },
    data: { validFrom: dayToDate('2026-03-02') },
  })
  await database().prisma.courseEnrollment.create({
    data: {
      ...mine,
      courseOfferingId: before.id,
      validFrom: dayToDate('2026-01-19'),
      validTo: dayToDate('2026-03-01'),
    },
  })
  const { students } = await readGrid.run(teacher, graded.course)
  expect(students.map(({ brought }) => brought.length)).toEqual([0, 1, 0])
  expect(students[1]!.brought[0]).toEqual({
    id: activityId,
    title: 'Del otro grupo',
    weight: '30',
    category: null,
    status: 'scored',
    score: '2',
  })
})
