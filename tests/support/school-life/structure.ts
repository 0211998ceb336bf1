import { database } from '@/lib/platform/db/client'
import { dayToDate } from '@/lib/shared/dates'
import { newId } from '../ids'
import type { WholeSchool } from '../whole-school'

export type Structure = Awaited<ReturnType<typeof addStructure>>

/** One area, subject, plan and group; a course with its teacher, its student and its lesson. */
export async function addStructure(school: WholeSchool) {
  const { prisma } = database()
  const mine = { schoolId: school.id }
  const [areaId, subjectId, studyPlanId, classGroupId, courseOfferingId] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ] as const
  const teacherId = school.members.teacher.userId
  const validFrom = dayToDate('2026-01-19')
  const { enrollmentId, yearId: schoolYearId } = school
  const createdBy = school.members.rector.userId

  await prisma.academicArea.create({ data: { ...mine, id: areaId, name: 'Matemáticas', legalCode: 8 } })
  await prisma.subject.create({ data: { ...mine, id: subjectId, areaId, code: 'MAT', name: 'Matemáticas' } })
  await prisma.studyPlan.create({ data: { ...mine, id: studyPlanId, schoolYearId, name: 'Plan general' } })
  await prisma.studyPlanItem.create({
    data: { ...mine, studyPlanId, subjectId, gradeLevel: '6', weeklyHours: '5', areaWeight: '100' },
  })
  await prisma.gradeHours.create({ data: { ...mine, studyPlanId, gradeLevel: '6', weeklyHours: '30' } })
  await prisma.classGroup.create({
    data: { ...mine, id: classGroupId, schoolYearId, studyPlanId, gradeLevel: '6', code: '6-A', directorId: teacherId },
  })
  await prisma.groupPlacement.create({ data: { ...mine, classGroupId, enrollmentId, validFrom, createdBy } })
  await prisma.courseOffering.create({
    data: { ...mine, id: courseOfferingId, classGroupId, subjectId, weeklyHours: '5' },
  })
  await prisma.teacherAssignment.create({ data: { ...mine, courseOfferingId, teacherId, validFrom, createdBy } })
  await prisma.courseEnrollment.create({ data: { ...mine, courseOfferingId, enrollmentId, validFrom } })
  await prisma.timetableSlot.create({
    data: { ...mine, courseOfferingId, weekday: 1, startsMinute: 420, endsMinute: 475, validFrom },
  })
  await prisma.calendarDay.create({
    data: { ...mine, schoolYearId, day: dayToDate('2026-10-05'), kind: 'recess', name: 'Receso de octubre' },
  })
  return { areaId, subjectId, studyPlanId, classGroupId, courseOfferingId }
}
