import { defaultRules, rulesOfGrade } from '@/lib/domain/evaluation/rules'
import { levelOf } from '@/lib/domain/evaluation/scale/rules'
import { database } from '@/lib/platform/db/client'
import { addRules } from './academics'
import { newId } from './ids'
import type { TestSchool } from './school'

const rules = rulesOfGrade(defaultRules(), '6')

/** The kept marks of a course in a closed period, under the year's rules; answers nothing. */
export async function keepMarks(
  school: TestSchool,
  of: { courseId: string; periodId: string; rulesId: string },
  marks: Record<string, string>,
): Promise<void> {
  await database().prisma.courseResult.createMany({
    data: Object.entries(marks).map(([enrollmentId, value]) => ({
      schoolId: school.id,
      id: newId(),
      courseOfferingId: of.courseId,
      academicPeriodId: of.periodId,
      enrollmentId,
      evaluationRulesId: of.rulesId,
      value,
      level: levelOf(rules, value),
    })),
  })
}

/** The first period closed, the second open, the year marked by the default rules; answers their id. */
export async function midYear(school: TestSchool): Promise<string> {
  const { prisma } = database()
  for (const [index, status] of ['closed', 'open'].entries())
    await prisma.academicPeriod.updateMany({
      where: { schoolId: school.id, id: school.periodIds[index]! },
      data: { status },
    })
  return addRules(school, defaultRules())
}
