import { database } from '@/lib/platform/db/client'
import { dayToDate } from '@/lib/shared/dates'
import { newId, unique } from './ids'
import type { Subject } from './subject'
import type { WholeSchool } from './whole-school'

const day = dayToDate('2026-03-03')

/** A list of a day with the school's child absent, a correction and an excuse that wait, and a paper that no excuse has. */
export async function attendanceSubject(school: WholeSchool, classGroupId: string): Promise<Subject> {
  const { prisma } = database()
  const mine = { schoolId: school.id }
  const { enrollmentId } = school
  const [listId, recordId, correctionId, excuseId] = [newId(), newId(), newId(), newId()] as const
  const file = async (id: string) =>
    prisma.storedFile.create({
      data: {
        ...mine,
        id,
        objectKey: `${school.id}/${unique()}`,
        fileName: 'excusa.pdf',
        contentType: 'application/pdf',
        size: 10,
        sha256: '0'.repeat(64),
        purpose: 'excuse',
        status: 'ready',
        createdBy: school.members.rector.userId,
      },
    })
  const [fileId, excuseFileId] = [newId(), newId()] as const
  await Promise.all([file(fileId), file(excuseFileId)])
  await prisma.attendanceList.create({ data: { ...mine, id: listId, classGroupId, day } })
  await prisma.attendanceRecord.create({
    data: { ...mine, id: recordId, listId, enrollmentId, day, status: 'absent' },
  })
  await prisma.attendanceCorrection.create({
    data: { ...mine, id: correctionId, recordId, beforeStatus: 'absent', wantedStatus: 'late', reason: 'Llegó' },
  })
  await prisma.absenceExcuse.create({
    data: { ...mine, id: excuseId, enrollmentId, validFrom: day, validTo: day, reason: 'Cita', fileId },
  })
  return { recordId, correctionId, excuseId, excuseFileId }
}
