import { createHash } from 'node:crypto'
import { database } from '@/lib/platform/db/client'
import { addApiToken, addFamilyLink } from './context'
import { addEnrollment, type DocumentStatus, readEnrollment } from './enrollment'
import { addGuardian, addStudent } from './family'
import { putFile } from './files'
import { newId } from './ids'
import { addUser, memberOf, type SchoolOverrides, type TestSchool, testSchool } from './school'
import { addSchoolLife } from './school-life/life'

export type WholeSchool = TestSchool & {
  studentId: string
  guardianId: string
  enrollmentId: string
  /** Documents of the enrollment by code, one in each state. */
  documents: Record<string, string>
  fileId: string
  familyLink: { id: string; token: string }
  apiToken: { id: string; token: string }
  jobId: string
  mailId: string
  /** A member of this school and of the other twin. */
  sharedUserId: string | null
}

const states: Record<string, DocumentStatus> = { report_card: 'validated', identity_document: 'rejected' }

/** A school with at least one row in every table of enrollment and administration. The same `person` numbers in two schools make them mirrors. */
export async function wholeSchool(over: SchoolOverrides = {}, numbers = { student: '1011', guardian: '2022' }) {
  const school = await testSchool(over)
  const { prisma } = database()
  const student = await addStudent(school, { documentNumber: numbers.student, userId: school.members.student.userId })
  const guardian = await addGuardian(school, {
    documentNumber: numbers.guardian,
    of: [student.id],
    userId: school.members.acudiente.userId,
  })
  const { id: enrollmentId } = await addEnrollment(school, { studentId: student.id, documents: states })
  const documents = Object.fromEntries(
    Object.values((await readEnrollment(school, enrollmentId)).documents).map((row) => [row.documentType, row.id]),
  )
  const file = await putFile(school, documents.birth_certificate!, { guardianId: guardian.id })
  const familyLink = await addFamilyLink(school, guardian.id)
  const apiToken = await addApiToken(school, 'secretary', ['read:students', 'read:enrollment', 'write:enrollment'])
  const [jobId, mailId] = [newId(), newId()]
  const mine = { schoolId: school.id }
  await prisma.consent.create({
    data: {
      ...mine,
      consentTextId: school.consentTexts.habeas_data!,
      studentId: student.id,
      guardianId: guardian.id,
      familyLinkId: familyLink.id,
      decision: 'accepted',
    },
  })
  await prisma.supportGrant.create({
    data: {
      ...mine,
      userId: (await addUser({ isSuperadmin: true })).userId,
      userName: 'Soporte',
      reason: 'Una prueba de las puertas',
      expiresAt: new Date(Date.now() + 3_600_000),
    },
    select: { id: true },
  })
  await prisma.schoolFigures.create({ data: mine, select: { schoolId: true } })
  await prisma.auditLog.create({
    data: {
      ...mine,
      actorKind: 'system',
      actorName: 'prueba',
      action: 'student.create',
      entity: 'student',
      entityId: student.id,
      studentId: student.id,
      requestId: 'prueba',
      after: { firstName: student.firstName },
    },
  })
  await prisma.auditHead.create({ data: mine })
  await prisma.notification.create({
    data: { ...mine, userId: school.members.secretary.userId, kind: 'documentsArrived', path: 'review' },
  })
  await prisma.savedFilter.create({
    data: { ...mine, userId: school.members.rector.userId, list: 'students', name: 'Sexto', query: 'gradeLevel=6' },
  })
  await prisma.idempotencyKey.create({
    data: {
      ...mine,
      actorId: school.members.secretary.userId,
      key: 'clave',
      operation: 'students.create',
      requestHash: createHash('sha256').digest('hex'),
      response: { id: student.id },
    },
  })
  await prisma.outboxMail.create({
    data: {
      ...mine,
      id: mailId,
      to: 'a@example.com',
      template: 't',
      subject: 'Hola',
      text: 'x',
      html: 'x',
      status: 'failed',
    },
  })
  await prisma.job.create({
    data: { ...mine, id: jobId, name: 'prueba', title: 'Prueba', input: {}, status: 'failed', requestId: 'prueba' },
  })
  await prisma.jobItem.create({ data: { ...mine, jobId, key: 'uno', label: 'Uno', status: 'failed' } })
  const whole: WholeSchool = {
    ...school,
    studentId: student.id,
    guardianId: guardian.id,
    enrollmentId,
    documents,
    fileId: file.id,
    familyLink,
    apiToken,
    jobId,
    mailId,
    sharedUserId: null,
  }
  return whole
}

/**
 * Two mirrored schools, with a row in every table of a school: the same document numbers, and one person who teaches, is a guardian and reviews documents in
 * both. Whatever looks by number or by person alone finds the other school's rows.
 */
export async function twinSchools(): Promise<{ a: WholeSchool; b: WholeSchool }> {
  const { prisma } = database()
  const [a, b] = [await wholeSchool(), await wholeSchool()]
  for (const school of [a, b]) await addSchoolLife(school)
  const { userId } = await addUser({ fullName: 'De dos colegios' })
  for (const school of [a, b]) {
    await memberOf(school, userId, ['teacher'])
    school.sharedUserId = userId
    const where = { schoolId: school.id }
    await prisma.guardian.updateMany({ where, data: { userId } })
    await prisma.student.updateMany({ where, data: { userId } })
    await prisma.enrollmentDocument.updateMany({
      where: { ...where, status: 'validated' },
      data: { validatedBy: userId },
    })
    await prisma.familyLink.updateMany({ where, data: { createdBy: userId } })
    await prisma.job.updateMany({ where, data: { createdBy: userId } })
  }
  return { a, b }
}
