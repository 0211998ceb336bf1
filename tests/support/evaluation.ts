import { explainMark } from '@/lib/domain/evaluation/explain/queries'
import { recompute } from '@/lib/domain/evaluation/results/kept/steps'
import { defaultRules } from '@/lib/domain/evaluation/rules'
import type { EvaluationRules } from '@/lib/domain/evaluation/schema'
import { database } from '@/lib/platform/db/client'
import { rowsWithin } from '@/lib/platform/db/rows'
import { type Transaction, tenantClient } from '@/lib/platform/db/tenant'
import type { CommandCall } from '@/lib/platform/operation'
import { addCourse, addGroup, addRules, addSubject, placeStudents } from './academics'
import { contextFor } from './context'
import { addActivity } from './gradebook'
import { newId } from './ids'
import { type TestSchool, testSchool } from './school'

export const [first, second] = [0, 1] as const

export async function score(
  school: TestSchool,
  activityId: string,
  enrollmentId: string,
  value: string | null,
  status = 'scored',
) {
  await database().prisma.activityScore.create({
    data: { schoolId: school.id, id: newId(), activityId, enrollmentId, status, score: value },
  })
}

export async function setPeriod(school: TestSchool, index: 0 | 1, status: string, rulesId?: string) {
  const { prisma } = database()
  const id = school.periodIds[index] as string
  await prisma.academicPeriod.updateMany({ where: { schoolId: school.id, id }, data: { status } })
  if (rulesId)
    await prisma.periodEvent.create({
      data: {
        schoolId: school.id,
        id: newId(),
        academicPeriodId: id,
        evaluationRulesId: rulesId,
        fromStatus: 'open',
        toStatus: 'closed',
      },
    })
}

/** What closing a period does with its marks. */
export async function keep(school: TestSchool, classGroupId: string, index: 0 | 1 = first) {
  const ctx = await contextFor(school, 'rector')
  const db = tenantClient(school.id)
  const rows = rowsWithin(db as unknown as Transaction, school.id)
  const call = { db, ctx, rows, audit: () => {} } as unknown as CommandCall
  return recompute(call, { academicPeriodId: school.periodIds[index] as string, classGroupId })
}

export const kept = (school: TestSchool) =>
  database().prisma.courseResult.findMany({ where: { schoolId: school.id }, orderBy: { computedAt: 'asc' } })

/** A group of two with one course: Ana 4.0 (40 %) and 2.0 (60 %) = 2.8; Luis 5.0 and 3.5 = 4.1. */
export async function aCourse(over: Partial<EvaluationRules> = {}) {
  const school = await testSchool()
  const rulesId = await addRules(school, { ...defaultRules(), ...over })
  const groupId = await addGroup(school)
  const course = await addCourse(school, { groupId, subjectId: await addSubject(school, { name: 'Álgebra' }) })
  const placed = await placeStudents(school, groupId, 2)
  const [ana, luis] = [placed[0]!, placed[1]!]
  await setPeriod(school, first, 'open')
  const quiz = await addActivity(school, course.id, { title: 'Quiz', weight: '40' })
  const exam = await addActivity(school, course.id, { title: 'Examen', weight: '60' })
  await score(school, quiz, ana.enrollmentId, '4')
  await score(school, exam, ana.enrollmentId, '2')
  await score(school, quiz, luis.enrollmentId, '5')
  await score(school, exam, luis.enrollmentId, '3.5')
  return { school, rulesId, groupId, course, ana, luis, quiz, exam }
}

export const explain = async (
  school: TestSchool,
  role: 'rector' | 'coordinator' | 'teacher' | 'secretary',
  courseOfferingId: string,
  enrollmentId: string,
  index: 0 | 1 = first,
) =>
  explainMark.run(await contextFor(school, role), {
    courseOfferingId,
    enrollmentId,
    academicPeriodId: school.periodIds[index],
  })
