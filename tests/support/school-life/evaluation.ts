import { defaultRules } from '@/lib/domain/evaluation/rules'
import { database } from '@/lib/platform/db/client'
import { dayToDate } from '@/lib/shared/dates'
import { newId } from '../ids'
import type { WholeSchool } from '../whole-school'
import type { Structure } from './structure'

const sha256 = '0'.repeat(64)

/** A period with an activity, a score that was corrected, a recovery, words, a result, a meeting and a report card. */
export async function addEvaluation(school: WholeSchool, { courseOfferingId, subjectId }: Structure, fileId: string) {
  const { prisma } = database()
  const mine = { schoolId: school.id }
  const { enrollmentId, yearId: schoolYearId } = school
  const academicPeriodId = school.periodIds[0]!
  const course = { ...mine, courseOfferingId, academicPeriodId }
  const teacher = school.members.teacher.userId
  const rector = school.members.rector.userId
  const [evaluationRulesId, categoryId, activityId, scoreId] = [newId(), newId(), newId(), newId()] as const
  const [meetingId, reportCardId] = [newId(), newId()] as const

  await prisma.evaluationRules.create({
    data: {
      ...mine,
      id: evaluationRulesId,
      schoolYearId,
      number: 1,
      rules: defaultRules(),
      sha256,
      status: 'active',
      createdBy: rector,
    },
  })
  await prisma.periodEvent.create({
    data: { ...mine, academicPeriodId, evaluationRulesId, fromStatus: 'draft', toStatus: 'open', actorId: rector },
  })
  await prisma.periodCourse.create({ data: { ...course, status: 'submitted', submittedBy: teacher } })
  await prisma.evaluationCategory.create({ data: { ...course, id: categoryId, name: 'Saber', weight: '60' } })
  await prisma.evaluationActivity.create({
    data: { ...course, id: activityId, categoryId, title: 'Fracciones', weight: '20', createdBy: teacher },
  })
  await prisma.activityFile.create({ data: { ...mine, activityId, fileId } })
  await prisma.activityScore.create({
    data: { ...mine, id: scoreId, activityId, enrollmentId, status: 'scored', score: '4.5', updatedBy: teacher },
  })
  await prisma.activityScoreChange.create({
    data: { ...mine, scoreId, afterStatus: 'scored', afterScore: '4.5', changedBy: teacher },
  })
  await prisma.recovery.create({
    data: { ...course, enrollmentId, originalValue: '2.4', recordedBy: teacher },
  })
  await prisma.commentPhrase.create({
    data: { ...mine, subjectId, ownerId: teacher, kind: 'strength', text: 'Resuelve problemas con fracciones.' },
  })
  await prisma.courseAchievement.create({ data: { ...course, text: 'Opera con fracciones.' } })
  await prisma.courseComment.create({ data: { ...course, enrollmentId, text: 'Avanza bien.', updatedBy: teacher } })
  await prisma.periodObservation.create({
    data: { ...mine, academicPeriodId, enrollmentId, text: 'Participa.', updatedBy: teacher },
  })
  await prisma.courseResult.create({
    data: { ...course, enrollmentId, evaluationRulesId, value: '4.5', level: 'high' },
  })
  await prisma.evaluationMeeting.create({
    data: {
      ...mine,
      id: meetingId,
      schoolYearId,
      academicPeriodId,
      heldOn: dayToDate('2026-06-16'),
      createdBy: rector,
    },
  })
  await prisma.meetingMember.create({
    data: { ...mine, meetingId, userId: rector, name: school.members.rector.name, role: 'Rectoría' },
  })
  await prisma.meetingDecision.create({
    data: { ...mine, meetingId, enrollmentId, kind: 'support', decision: 'Nivelación', reason: 'Vacíos de primaria' },
  })
  await prisma.promotion.create({
    data: { ...mine, enrollmentId, meetingId, status: 'promoted', promotedTo: '7', decidedBy: rector },
  })
  await prisma.reportCard.create({
    data: {
      ...mine,
      id: reportCardId,
      enrollmentId,
      academicPeriodId,
      evaluationRulesId,
      items: [{ subject: 'Matemáticas', value: '4.5' }],
      sha256,
      fileId,
      createdBy: rector,
    },
  })
  return { evaluationRulesId, activityId, scoreId, meetingId, reportCardId }
}
