import { database } from '@/lib/platform/db/client'
import { addCourse, type PlacedStudent, placeStudents, type TestCourse } from './academics'
import { newId } from './ids'
import type { TestSchool } from './school'

export type TestActivity = { title?: string; weight?: string; categoryId?: string | null; periodId?: string }

/** An activity of a course, in the school's first period unless said; answers its id. */
export async function addActivity(school: TestSchool, courseId: string, over: TestActivity = {}): Promise<string> {
  const id = newId()
  const { title = 'Quiz', weight = '50', categoryId = null, periodId = school.periodIds[0]! } = over
  const at = { schoolId: school.id, courseOfferingId: courseId, academicPeriodId: periodId }
  const position = await database().prisma.evaluationActivity.count({ where: at })
  await database().prisma.evaluationActivity.create({ data: { ...at, id, title, weight, categoryId, position } })
  return id
}

export type GradedCourse = TestCourse & {
  course: { courseId: string; periodId: string }
  activities: string[]
  students: PlacedStudent[]
}

/** A course of the school's teacher with students and activities of equal weight, in the open first period. */
export async function addGradedCourse(
  school: TestSchool,
  { students = 3, activities = 2, titles = [] }: { students?: number; activities?: number; titles?: string[] } = {},
): Promise<GradedCourse> {
  const course = await addCourse(school)
  const placed = await placeStudents(school, course.classGroupId, students)
  const ids: string[] = []
  for (let index = 0; index < activities; index += 1)
    ids.push(await addActivity(school, course.id, { title: titles[index] ?? `Actividad ${index + 1}`, weight: '10' }))
  const at = { courseId: course.id, periodId: school.periodIds[0]! }
  return { ...course, course: at, activities: ids, students: placed }
}
