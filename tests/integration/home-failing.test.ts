import { expect, test } from 'vitest'
import { readFigures } from '@/lib/domain/dashboard/figures/queries'
import { listFailing } from '@/lib/domain/sheets/failing/queries'
import { addArea, addCourse, addGroup, addSubject, placeStudents } from '../support/academics'
import { contextFor } from '../support/context'
import { keepMarks, midYear } from '../support/marks'
import { testSchool } from '../support/school'

test('the home counts who has failed areas as the list behind the line does', async () => {
  const school = await testSchool()
  const groupId = await addGroup(school)
  const areas = [await addArea(school), await addArea(school), await addArea(school)]
  const courses: string[] = []
  for (const areaId of [...areas, areas[0]!])
    courses.push((await addCourse(school, { groupId, subjectId: await addSubject(school, { areaId }) })).id)
  const children = await placeStudents(school, groupId, 4)
  const rulesId = await midYear(school)
  const [first, second] = school.periodIds as [string, string]
  // The first fails all three areas and the second one; of the third a subject is low, but its area is passed.
  const marks = [
    ['2.0', '2.9', '4.5', '5.0'],
    ['2.0', '3.5', '4.0', '5.0'],
    ['2.0', '3.5', '4.0', '5.0'],
    ['2.0', '2.5', '2.5', '5.0'],
  ]
  for (const [index, courseId] of courses.entries()) {
    const each = Object.fromEntries(children.map(({ enrollmentId }, child) => [enrollmentId, marks[index]![child]!]))
    await keepMarks(school, { courseId, periodId: first, rulesId }, each)
  }
  const coordinator = await contextFor(school, 'coordinator')
  const { failedAreas, failing } = await readFigures.run(coordinator, {})
  expect(failedAreas).toMatchObject({ periodId: first, any: 2, three: 1 })
  expect(failing).toEqual({ now: 75, before: null })
  const listed = async (atLeast: number, periodId = first) =>
    (await listFailing.run(coordinator, { periodId, atLeast })).items.length
  expect([await listed(1), await listed(3)]).toEqual([2, 1])
  // What is written in a period that still runs counts for nobody on the home page.
  await keepMarks(school, { courseId: courses[1]!, periodId: second, rulesId }, { [children[3]!.enrollmentId]: '1.0' })
  expect((await readFigures.run(coordinator, {})).failedAreas).toEqual(failedAreas)
})

test('a year in which nobody failed says so, and one without a closed period says nothing', async () => {
  const school = await testSchool()
  const coordinator = await contextFor(school, 'coordinator')
  const failedAreas = async () => (await readFigures.run(coordinator, {})).failedAreas
  expect(await failedAreas()).toBeNull()
  const groupId = await addGroup(school)
  expect(await failedAreas()).toBeNull()
  const { id: courseId } = await addCourse(school, { groupId })
  const [child] = await placeStudents(school, groupId, 1)
  const rulesId = await midYear(school)
  await keepMarks(school, { courseId, periodId: school.periodIds[0]!, rulesId }, { [child!.enrollmentId]: '4.0' })
  expect(await failedAreas()).toMatchObject({ periodId: school.periodIds[0], any: 0, three: 0 })
})
