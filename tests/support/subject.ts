import { defaultRules } from '@/lib/domain/evaluation/rules'
import { database } from '@/lib/platform/db/client'
import { addGroup, placeStudents } from '@/tests/support/academics'
import { attendanceSubject } from '@/tests/support/attendance-subject'
import { addFamilyLink } from '@/tests/support/context'
import { addEnrollment, readEnrollment } from '@/tests/support/enrollment'
import { addGuardian, addStudent } from '@/tests/support/family'
import { putFile } from '@/tests/support/files'
import { gradebookSubject } from '@/tests/support/gradebook-subject'
import { newId, unique } from '@/tests/support/ids'
import { importSubject } from '@/tests/support/import-subject'
import { paperSubject } from '@/tests/support/paper-subject'
import { rolloverSubject } from '@/tests/support/rollover-subject'
import { addStructure } from '@/tests/support/school-life/structure'
import { openSession } from '@/tests/support/session'
import type { WholeSchool } from '@/tests/support/whole-school'

/** Somebody's records, by the names that inputs give to ids. */
export type Subject = Record<string, string>

/** The school's course with its group, teacher and lesson, a group of the enrollment's grade, and a child in none. */
async function academicSubject(school: WholeSchool): Promise<Subject> {
  const { prisma } = database()
  const where = { schoolId: school.id }
  if ((await prisma.courseOffering.count({ where })) === 0) await addStructure(school)
  const [course, assignment, slot] = await Promise.all([
    prisma.courseOffering.findFirstOrThrow({ where, include: { subject: true, classGroup: true } }),
    prisma.teacherAssignment.findFirstOrThrow({ where }),
    prisma.timetableSlot.findFirstOrThrow({ where }),
  ])
  return {
    courseOfferingId: course.id,
    courseId: course.id,
    classGroupId: course.classGroupId,
    classGroupIds: course.classGroupId,
    groupId: course.classGroupId,
    gradeLevel: '6',
    directorId: school.members.teacher.userId,
    fromYearId: school.yearId,
    toYearId: school.nextYearId,
    areaIds: course.subject.areaId,
    subjectId: course.subjectId,
    areaId: course.subject.areaId,
    studyPlanId: course.classGroup.studyPlanId ?? '',
    teacherId: school.members.teacher.userId,
    rectorId: school.members.rector.userId,
    assignmentId: assignment.id,
    slotId: slot.id,
    fifthGroupId: await addGroup(school, { gradeLevel: '5', code: `5-${unique()}`.slice(0, 10) }),
    ...(await gradebookSubject(school, course)),
    unplacedEnrollmentId: (await addEnrollment(school)).id,
  }
}

/** The rules in force with a draft beside them, a failed mark in the first period, and a recovery planned in the second. */
async function evaluationSubject(school: WholeSchool, courseOfferingId: string): Promise<Subject> {
  const { prisma } = database()
  const mine = { schoolId: school.id }
  const { enrollmentId, yearId: schoolYearId } = school
  const [academicPeriodId, secondPeriodId] = school.periodIds as [string, string]
  const active = await prisma.evaluationRules.findFirst({ where: { ...mine, status: 'active' } })
  const [rulesId, draftId, recoveryId, activityId] = [active?.id ?? newId(), newId(), newId(), newId()] as const
  const rules = { ...mine, schoolYearId, rules: defaultRules(), sha256: '1'.repeat(64) }
  if (!active) await prisma.evaluationRules.create({ data: { ...rules, id: rulesId, number: 1, status: 'active' } })
  const number = 90 + (await prisma.evaluationRules.count({ where: mine }))
  await prisma.evaluationRules.create({ data: { ...rules, id: draftId, number } })
  const course = { ...mine, courseOfferingId }
  await prisma.evaluationActivity.create({
    data: { ...course, id: activityId, academicPeriodId, title: 'Prueba perdida', weight: '100' },
  })
  await prisma.activityScore.create({ data: { ...mine, activityId, enrollmentId, status: 'scored', score: '2' } })
  const planned = { enrollmentId, academicPeriodId: secondPeriodId, originalValue: '2.4' }
  await prisma.recovery.create({ data: { ...course, ...planned, id: recoveryId } })
  return { rulesId, otherId: rulesId, draftId, recoveryId, academicPeriodId }
}

/** Meetings at the year's end: one about to begin with a decision already, one that has ended, one that decided nothing. */
async function meetingSubject(school: WholeSchool, classGroupId: string): Promise<Subject> {
  const { prisma } = database()
  const mine = { schoolId: school.id }
  const [meetingId, heldMeetingId, emptyMeetingId, decisionId] = [newId(), newId(), newId(), newId()] as const
  const meeting = { ...mine, schoolYearId: school.yearId, heldOn: new Date('2026-11-20') }
  await prisma.evaluationMeeting.createMany({
    data: [
      { ...meeting, id: meetingId },
      { ...meeting, id: heldMeetingId, status: 'held' },
      { ...meeting, id: emptyMeetingId },
    ],
  })
  const member = { ...mine, meetingId, userId: school.members.rector.userId, name: school.members.rector.name }
  await prisma.meetingMember.create({ data: { ...member, role: 'Rectoría' } })
  const words = { kind: 'support', decision: 'Tutoría', reason: 'Por una prueba' }
  await prisma.meetingDecision.create({
    data: { ...mine, id: decisionId, meetingId, enrollmentId: school.enrollmentId, ...words },
  })
  const [child] = await placeStudents(school, classGroupId, 1)
  return { meetingId, heldMeetingId, emptyMeetingId, decisionId, meetingEnrollmentId: child!.enrollmentId }
}

/** A visit of the platform that runs, of nobody who is in these tests. */
async function runningVisit(schoolId: string): Promise<string> {
  const id = newId()
  const expiresAt = new Date(Date.now() + 3_600_000)
  await database().prisma.supportGrant.create({
    data: { schoolId, id, userName: 'Equipo de la plataforma', reason: 'Por una prueba larga', expiresAt },
    select: { id: true },
  })
  return id
}

/** The last records made for each school: a family next door shares those of the school, which exist once. */
const made = new Map<string, Subject>()

/** The records of a school. */
export async function subjectOf(school: WholeSchool): Promise<Subject> {
  const subject = await recordsOf(school)
  made.set(school.id, subject)
  return subject
}

async function recordsOf(school: WholeSchool): Promise<Subject> {
  const { sessionId } = await openSession(school.members.teacher.userId)
  const academic = await academicSubject(school)
  const lived: Subject = {
    ...academic,
    ...(await attendanceSubject(school, academic.classGroupId!)),
    ...(await evaluationSubject(school, academic.courseOfferingId!)),
    ...(await paperSubject(school)),
    ...(await meetingSubject(school, academic.classGroupId!)),
    ...(await rolloverSubject(school)),
    ...(await importSubject(school)),
  }
  const filter = await database().prisma.savedFilter.findFirstOrThrow({ where: { schoolId: school.id } })
  const areas = await database().prisma.academicArea.findMany({ where: { schoolId: school.id }, select: { id: true } })
  return {
    ...lived,
    everyAreaId: areas.map(({ id }) => id).join(' '),
    schoolId: school.id,
    filterId: filter.id,
    studentId: school.studentId,
    exceptId: school.studentId,
    acceptDuplicate: school.studentId,
    entityId: school.studentId,
    guardianId: school.guardianId,
    enrollmentId: school.enrollmentId,
    enrollmentIds: school.enrollmentId,
    documentId: school.documents.birth_certificate!,
    validatedDocumentId: school.documents.report_card!,
    fileId: school.fileId,
    schoolYearId: school.nextYearId,
    yearId: school.yearId,
    nextYearId: school.nextYearId,
    periodId: school.periodIds[0]!,
    secondPeriodId: school.periodIds[1]!,
    requirementId: school.requirements.birth_certificate!,
    ids: school.requirements.birth_certificate!,
    consentTextId: school.consentTexts.habeas_data!,
    linkId: school.familyLink.id,
    membershipId: school.members.teacher.membershipId,
    sessionId,
    tokenId: school.apiToken.id,
    jobId: school.jobId,
    mailId: school.mailId,
    exportId: lived.ownExportId!,
    // Of the platform, and of nobody here.
    grantId: newId(),
    visitId: await runningVisit(school.id),
    slug: school.slug,
    purgeId: newId(),
  }
}

/** The records of another family in the same school: as foreign to a guardian as another school's. */
export async function familyNextDoor(school: WholeSchool): Promise<Subject> {
  const student = await addStudent(school)
  const guardian = await addGuardian(school, { of: [student.id] })
  const { id } = await addEnrollment(school, { studentId: student.id })
  const document = (await readEnrollment(school, id)).documents.birth_certificate!
  const file = await putFile(school, document.id, { guardianId: guardian.id })
  const own = made.get(school.id) ?? (await subjectOf(school))
  return {
    ...own,
    // Of another child, and not published either.
    reportCardId: own.issuedCardId!,
    studentId: student.id,
    guardianId: guardian.id,
    enrollmentId: id,
    documentId: document.id,
    fileId: file.id,
    linkId: (await addFamilyLink(school, guardian.id)).id,
    // The school's texts are everybody's.
    consentTextId: school.consentTexts.habeas_data!,
  }
}
