import { defaultRules, rulesOfGrade } from '@/lib/domain/evaluation/rules'
import { levelOf } from '@/lib/domain/evaluation/scale/rules'
import { database } from '@/lib/platform/db/client'
import {
  addArea,
  addCourse,
  addGroup,
  addRules,
  addSubject,
  type PlacedStudent,
  placeStudents,
  type TestCourse,
} from './academics'
import type { TestSchool } from './school'

export type GradedGroup = {
  classGroupId: string
  courses: TestCourse[]
  students: PlacedStudent[]
  rulesId: string
}

/** Stores the mark of a course and a period as closing the period does. */
export async function setMark(
  school: Pick<TestSchool, 'id'>,
  mark: {
    courseOfferingId: string
    academicPeriodId: string
    enrollmentId: string
    evaluationRulesId: string
    value: string
  },
) {
  const { courseOfferingId, academicPeriodId, enrollmentId } = mark
  const where = { schoolId: school.id, courseOfferingId, academicPeriodId, enrollmentId }
  await database().prisma.courseResult.deleteMany({ where })
  await database().prisma.courseResult.create({
    data: { ...mark, schoolId: school.id, level: levelOf(rulesOfGrade(defaultRules(), '6'), mark.value) },
  })
}

export async function setPeriodStatus(school: Pick<TestSchool, 'id'>, id: string, status: string) {
  await database().prisma.academicPeriod.updateMany({ where: { schoolId: school.id, id }, data: { status } })
}

/**
 * A group of sixth grade with two subjects of one area (4 and 2 hours) and one of another, every student marked 4.0, 3.1 and
 * 2.9 in the first period, which is closed.
 */
export async function gradedGroup(school: TestSchool, count = 2, code = '6-A'): Promise<GradedGroup> {
  const rulesId =
    (await database().prisma.evaluationRules.findFirst({ where: { schoolId: school.id, status: 'active' } }))?.id ??
    (await addRules(school, defaultRules()))
  const classGroupId = await addGroup(school, { code, directorId: school.members.teacher.userId })
  const sciences = await addArea(school, { name: `Ciencias naturales ${code}` })
  const humanities = await addArea(school, { name: `Humanidades ${code}` })
  const courses = [
    await addCourse(school, {
      groupId: classGroupId,
      subjectId: await addSubject(school, { areaId: sciences, name: `Biología ${code}` }),
      weeklyHours: '4',
      position: 1,
    }),
    await addCourse(school, {
      groupId: classGroupId,
      subjectId: await addSubject(school, { areaId: sciences, name: `Química ${code}` }),
      weeklyHours: '2',
      position: 2,
    }),
    await addCourse(school, {
      groupId: classGroupId,
      subjectId: await addSubject(school, { areaId: humanities, name: `Español ${code}` }),
      weeklyHours: '5',
      position: 3,
    }),
  ]
  const students = await placeStudents(school, classGroupId, count)
  const periodId = school.periodIds[0] as string
  for (const { enrollmentId } of students)
    for (const [index, course] of courses.entries())
      await setMark(school, {
        courseOfferingId: course.id,
        academicPeriodId: periodId,
        enrollmentId,
        evaluationRulesId: rulesId,
        value: ['4', '3.1', '2.9'][index] as string,
      })
  await setPeriodStatus(school, periodId, 'closed')
  return { classGroupId, courses, students, rulesId }
}
