import { randomBytes } from 'node:crypto'
import { database } from '@/lib/platform/db/client'
import { newObjectKey, writeObject } from '@/lib/platform/storage'
import { samples } from '../files'
import { newId } from '../ids'
import { rolloverSubject } from '../rollover-subject'
import type { WholeSchool } from '../whole-school'
import { addEvaluation } from './evaluation'
import { addOffice } from './office'
import { addStructure } from './structure'

const sha256 = '0'.repeat(64)

/** What a year leaves in a school: a row in every table that `wholeSchool()` does not fill, and a file in the store. */
export async function addSchoolLife(school: WholeSchool) {
  const { prisma } = database()
  const mine = { schoolId: school.id }
  const { enrollmentId, studentId, yearId: schoolYearId } = school
  const [fileId, signingKeyId] = [newId(), newId()] as const
  const objectKey = newObjectKey(school.id)
  await writeObject(objectKey, samples.pdf.bytes, 'application/pdf')
  await prisma.storedFile.create({
    data: {
      ...mine,
      id: fileId,
      objectKey,
      fileName: 'archivo.pdf',
      contentType: 'application/pdf',
      size: samples.pdf.bytes.length,
      sha256,
      purpose: 'evidence',
      status: 'ready',
      createdBy: school.members.rector.userId,
    },
  })
  const structure = await addStructure(school)
  const evaluation = await addEvaluation(school, structure, fileId)
  const office = await addOffice(school, structure, fileId)
  await rolloverSubject(school)
  await prisma.simatSnapshot.create({
    data: { ...mine, schoolYearId, kind: 'export', profile: '6A-54', rowCount: 1, sha256, fileId },
  })
  await prisma.signingKey.create({ data: { ...mine, id: signingKeyId, publicKey: 'a' } })
  await prisma.issuedDocument.create({
    data: {
      ...mine,
      kind: 'enrollment_certificate',
      series: 'CE-2026',
      number: 1,
      studentId,
      enrollmentId,
      reportCardId: evaluation.reportCardId,
      code: randomBytes(16).toString('hex'),
      contentHash: sha256,
      signingKeyId,
      fileId,
      issuedBy: school.members.rector.userId,
    },
  })
  await prisma.counter.create({ data: { ...mine, scope: 'CE-2026', value: 1 } })
  await prisma.catalogOverride.create({ data: { ...mine, catalog: 'shift', code: '2', localCode: 'M' } })
  return { fileId, objectKey, ...structure, ...evaluation, ...office }
}
