import { database } from '@/lib/platform/db/client'
import { addCourse, addGroup } from './academics'
import { addActivity } from './gradebook'
import { newId, unique } from './ids'
import type { Subject } from './subject'
import type { WholeSchool } from './whole-school'

/** What stands in the gradebook of a school's course in its first period, by the names that inputs give to ids. */
export async function gradebookSubject(
  school: WholeSchool,
  course: { id: string; subjectId: string },
): Promise<Subject> {
  const { prisma } = database()
  const mine = { schoolId: school.id }
  const at = { ...mine, courseOfferingId: course.id, academicPeriodId: school.periodIds[0]! }
  const rector = school.members.rector.userId
  const [categoryId, achievementId, phraseId, storedFileId] = [newId(), newId(), newId(), newId()] as const
  await prisma.evaluationCategory.create({ data: { ...at, id: categoryId, name: `Hacer ${unique()}`, weight: '40' } })
  await prisma.courseAchievement.create({ data: { ...at, id: achievementId, text: 'Compara fracciones.' } })
  await prisma.commentPhrase.create({
    data: { ...mine, id: phraseId, ownerId: rector, kind: 'strength', text: 'Participa con buenas preguntas.' },
  })
  const activityId = await addActivity(school, course.id, { title: `Taller ${unique()}`, weight: '10' })
  await prisma.storedFile.create({
    data: {
      ...mine,
      id: storedFileId,
      objectKey: `${school.id}/${unique()}`,
      fileName: 'guia.pdf',
      contentType: 'application/pdf',
      size: 10,
      sha256: '0'.repeat(64),
      purpose: 'activity',
      status: 'ready',
      createdBy: rector,
    },
  })
  await prisma.activityFile.create({ data: { ...mine, activityId, fileId: storedFileId } })
  const groupId = await addGroup(school, { code: `6-${unique()}`.slice(0, 10) })
  const parallel = await addCourse(school, { groupId, subjectId: course.subjectId })
  const scoredActivityId = await addActivity(school, course.id, { title: `Quiz ${unique()}`, weight: '10' })
  const scoreId = newId()
  const { enrollmentId } = school
  await prisma.activityScore.create({
    data: { ...mine, id: scoreId, activityId: scoredActivityId, enrollmentId, status: 'scored', score: '3' },
  })
  await prisma.activityScoreChange.create({ data: { ...mine, scoreId, afterStatus: 'scored', afterScore: '3' } })
  // Another course, where nothing else happens: its order stays, and its second period is handed in.
  const quiet = await addCourse(school, { groupId })
  const quietActivityId = await addActivity(school, quiet.id)
  await prisma.periodCourse.create({
    data: { ...mine, courseOfferingId: quiet.id, academicPeriodId: school.periodIds[1]!, status: 'submitted' },
  })
  return {
    activityId,
    scoredActivityId,
    quietCourseId: quiet.id,
    quietActivityId,
    categoryId,
    achievementId,
    phraseId,
    storedFileId,
    toCourseIds: parallel.id,
  }
}
