import { expect, test } from 'vitest'
import { listMissingRolls } from '@/lib/domain/attendance/missing/queries'
import { listStreaks } from '@/lib/domain/attendance/summary/queries'
import { readFigures } from '@/lib/domain/dashboard/figures/queries'
import { readTodo } from '@/lib/domain/dashboard/queries'
import { database } from '@/lib/platform/db/client'
import { addDays, dayToDate, today } from '@/lib/shared/dates'
import { isBusinessDay } from '@/lib/shared/holidays'
import { addClass, setAttendance, type TestClass } from '../support/attendance'
import { contextFor } from '../support/context'
import { addActivity } from '../support/gradebook'
import { keepMarks, midYear } from '../support/marks'
import { type TestSchool, testSchool } from '../support/school'

const past = Array.from({ length: 7 }, (_, index) => addDays(today(), -index - 1)).filter(isBusinessDay)
const newest = past[0]!

/** A list of a day with one status for everybody. */
async function addList(
  school: TestSchool,
  { course, children }: TestClass,
  day: string,
  lesson: number,
  status: string,
) {
  const { prisma } = database()
  const list = await prisma.attendanceList.create({
    data: {
      schoolId: school.id,
      classGroupId: course.classGroupId,
      courseOfferingId: lesson ? course.id : null,
      day: dayToDate(day),
      lesson,
    },
  })
  await prisma.attendanceRecord.createMany({
    data: children.map(({ enrollmentId }) => ({
      schoolId: school.id,
      listId: list.id,
      enrollmentId,
      day: dayToDate(day),
      status,
    })),
  })
}

test('a teacher sees the own lessons that nobody took the roll of', async () => {
  const school = await testSchool()
  const its = await addClass(school, 2)
  await setAttendance(school, { mode: 'lesson' })
  const teacher = await contextFor(school, 'teacher')
  const lines = async () => (await listMissingRolls.run(teacher, {})).items.map(({ day, lesson }) => `${day} ${lesson}`)
  expect(await lines()).toEqual(past.map((day) => `${day} 1`))
  await addList(school, its, newest, 1, 'present')
  expect(await lines()).toEqual(past.slice(1).map((day) => `${day} 1`))
  // A day off of the school's calendar asks for none.
  await database().prisma.calendarDay.create({
    data: {
      schoolId: school.id,
      schoolYearId: school.yearId,
      day: dayToDate(past[1]!),
      kind: 'off',
      name: 'Jornada pedagógica',
    },
  })
  expect(await lines()).toEqual(past.slice(2).map((day) => `${day} 1`))
  // Where lists are of whole days, they are the director's.
  await setAttendance(school, { mode: 'day' })
  expect(await lines()).toEqual([])
  await database().prisma.classGroup.updateMany({
    where: { schoolId: school.id, id: its.groupId },
    data: { directorId: school.members.teacher.userId },
  })
  expect(await lines()).toEqual([newest, ...past.slice(2)].map((day) => `${day} 0`))
})

test('an activity waits while some student has nothing written for it, once its day is over', async () => {
  const school = await testSchool()
  const { course, children } = await addClass(school, 2)
  const periodId = school.periodIds[0]!
  const id = await addActivity(school, course.id)
  const waits = async () => {
    const { items } = await readTodo.run(await contextFor(school, 'teacher'), {})
    return items.find(({ key }) => key === 'activitiesToMark')?.count ?? 0
  }
  const { prisma } = database()
  const dueOn = (day: string) =>
    prisma.evaluationActivity.updateMany({ where: { schoolId: school.id, id }, data: { dueOn: dayToDate(day) } })
  await prisma.academicPeriod.updateMany({ where: { schoolId: school.id, id: periodId }, data: { status: 'open' } })
  await dueOn(today())
  expect(await waits()).toBe(0)
  await dueOn(addDays(today(), -1))
  expect(await waits()).toBe(1)
  for (const [index, { enrollmentId }] of children.entries()) {
    expect(await waits()).toBe(1)
    const status = index === 0 ? 'not_submitted' : 'scored'
    const score = index === 0 ? null : '4.0'
    await prisma.activityScore.create({ data: { schoolId: school.id, activityId: id, enrollmentId, status, score } })
  }
  expect(await waits()).toBe(0)
})

test('a coordinator sees who is away in a row, and the school in figures', async () => {
  const school = await testSchool()
  const its = await addClass(school, 2)
  await setAttendance(school, { mode: 'day', streakDays: 2 })
  for (const day of past.slice(0, 3)) await addList(school, its, day, 0, 'absent')
  const coordinator = await contextFor(school, 'coordinator')
  const { items } = await listStreaks.run(coordinator, {})
  expect(items.map(({ days }) => days)).toEqual([3, 3])
  await expect(listStreaks.run(await contextFor(school, 'teacher'), {})).rejects.toMatchObject({ code: 'forbidden' })

  const rulesId = await midYear(school)
  const at = { courseId: its.course.id, periodId: school.periodIds[0]!, rulesId }
  await keepMarks(school, at, { [its.children[0]!.enrollmentId]: '2.0', [its.children[1]!.enrollmentId]: '4.0' })
  expect(await readFigures.run(coordinator, {})).toMatchObject({
    placed: 2,
    waiting: 0,
    oldest: null,
    attendance: { now: 0, before: null },
    rolls: { now: 3, before: 0 },
    withdrawn: { now: 0, before: 0 },
    failing: { now: 50, before: null },
    failedAreas: { periodId: at.periodId, any: 1, three: 0 },
  })
  const other = await testSchool()
  expect(await readFigures.run(await contextFor(other, 'rector'), {})).toMatchObject({
    placed: 0,
    attendance: { now: null, before: null },
    failing: { now: null, before: null },
    period: null,
    failedAreas: null,
  })
})
