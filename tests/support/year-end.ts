import { database } from '@/lib/platform/db/client'
import { addEnrollment } from './enrollment'
import { addStudent } from './family'
import { newId } from './ids'
import type { TestSchool } from './school'

/** A group of a year. */
export async function addGroup(
  school: { id: string },
  schoolYearId: string,
  gradeLevel: string,
  code: string,
  capacity = 40,
) {
  const id = newId()
  await database().prisma.classGroup.create({
    data: { schoolId: school.id, id, schoolYearId, gradeLevel, code, capacity },
  })
  return id
}

/** A student who sits in a group of the year that ends, with the decision of the evaluation meeting, or without one. */
export async function addSitting(
  school: TestSchool,
  {
    gradeLevel,
    groupCode,
    decision = 'promoted',
    validated = [],
    ...person
  }: {
    gradeLevel: string
    groupCode: string | null
    decision?: 'promoted' | 'not_promoted' | 'pending' | null
    validated?: string[]
  } & NonNullable<Parameters<typeof addStudent>[1]>,
) {
  const student = await addStudent(school, person)
  const enrollment = await addEnrollment(school, {
    studentId: student.id,
    gradeLevel,
    groupCode,
    status: 'active',
    documents: Object.fromEntries(validated.map((code) => [code, 'validated' as const])),
  })
  if (decision)
    await database().prisma.promotion.create({
      data: { schoolId: school.id, id: newId(), enrollmentId: enrollment.id, status: decision },
    })
  return { studentId: student.id, enrollmentId: enrollment.id, name: student.fullName }
}
