import { database } from '@/lib/platform/db/client'
import { dayToDate } from '@/lib/shared/dates'
import { newId } from '../ids'
import { addImport } from '../import-subject'
import type { WholeSchool } from '../whole-school'
import type { Structure } from './structure'

const day = dayToDate('2026-03-02')
const moment = new Date('2026-03-02T14:00:00Z')

/** A roll call that was corrected, a circular, a case, a PIAR: a row in each table of these nouns. */
export async function addOffice(
  school: WholeSchool,
  { classGroupId, courseOfferingId, areaId }: Structure,
  fileId: string,
) {
  const { prisma } = database()
  const mine = { schoolId: school.id }
  const { enrollmentId, studentId, guardianId, yearId: schoolYearId } = school
  const teacher = school.members.teacher.userId
  const coordinator = school.members.coordinator.userId
  const [listId, excuseId, recordId] = [newId(), newId(), newId()] as const
  const [communicationId, caseId, planId] = [newId(), newId(), newId()] as const

  await addImport(school, { status: 'checked', row: { verdict: 'create' } })
  const merge = { lostId: newId(), keptName: 'Una', lostName: 'Otra', rows: {}, moved: {}, undoUntil: moment }
  await prisma.recordMerge.create({ data: { ...mine, ...merge, keptStudentId: studentId } })
  await prisma.attendanceList.create({
    data: { ...mine, id: listId, classGroupId, courseOfferingId, day, lesson: 1, takenBy: teacher },
  })
  await prisma.absenceExcuse.create({
    data: { ...mine, id: excuseId, enrollmentId, guardianId, validFrom: day, validTo: day, reason: 'Cita', fileId },
  })
  await prisma.attendanceRecord.create({
    data: { ...mine, id: recordId, listId, enrollmentId, day, status: 'excused', excuseId, recordedBy: teacher },
  })
  await prisma.attendanceChange.create({
    data: { ...mine, recordId, beforeStatus: 'absent', afterStatus: 'excused', reason: 'Cita', changedBy: teacher },
  })
  await prisma.attendanceCorrection.create({
    data: {
      ...mine,
      recordId,
      beforeStatus: 'absent',
      wantedStatus: 'present',
      reason: 'Llegó al final',
      requestedBy: teacher,
    },
  })
  await prisma.communication.create({
    data: {
      ...mine,
      id: communicationId,
      kind: 'circular',
      subject: 'Reunión',
      body: 'A las 7.',
      createdBy: coordinator,
    },
  })
  await prisma.communicationRecipient.create({
    data: { ...mine, communicationId, guardianId, studentId, recipientKey: `guardian:${guardianId}` },
  })
  await prisma.communicationFile.create({ data: { ...mine, communicationId, fileId } })
  await prisma.disciplineCase.create({
    data: { ...mine, id: caseId, schoolYearId, number: 1, type: 'I', occurredAt: moment, account: 'Una discusión.' },
  })
  await prisma.disciplineParty.create({ data: { ...mine, caseId, studentId, role: 'involved' } })
  await prisma.disciplineEvent.create({
    data: { ...mine, caseId, kind: 'mediation', text: 'Diálogo.', occurredAt: moment, actorId: coordinator, fileId },
  })
  await prisma.observerEntry.create({
    data: { ...mine, studentId, schoolYearId, caseId, kind: 'positive', text: 'Ayuda.', occurredAt: moment },
  })
  await prisma.piarPlan.create({ data: { ...mine, id: planId, studentId, schoolYearId, startedOn: day } })
  await prisma.piarHealth.create({ data: { ...mine, planId, content: { eps: 'Una' } } })
  await prisma.piarAdjustment.create({
    data: { ...mine, planId, areaId, term: 1, label: 'Matemáticas', objectives: 'a', barriers: 'b', supports: 'c' },
  })
  await prisma.piarSignature.create({
    data: { ...mine, planId, role: 'guardian', name: 'Marta', method: 'paper', fileId },
  })
  await prisma.piarFollowUp.create({ data: { ...mine, planId, heldOn: day, text: 'Bien.', actorId: teacher } })
  return { listId, recordId, communicationId, caseId, planId }
}
