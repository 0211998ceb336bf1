import { expect, it } from 'vitest'
import { enrollChild } from '@/lib/domain/enrollments/form/commands'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '../support/context'
import { yearEnd } from '../support/year-end'

it('a child who is enrolled again by hand is asked only for papers that expired', async () => {
  const { school, ana } = await yearEnd()
  const secretary = await contextFor(school, 'secretary')
  const enroll = (kind: string) =>
    enrollChild.run(secretary, {
      studentId: ana.studentId,
      guardians: [],
      schoolYearId: school.nextYearId,
      kind,
      gradeLevel: '7',
    })
  const { id } = await enroll('returning')
  const where = { schoolId: school.id, enrollmentId: id }
  const papers = await database().prisma.enrollmentDocument.findMany({ where })
  expect(Object.fromEntries(papers.map(({ documentType, status }) => [documentType, status]))).toEqual({
    birth_certificate: 'validated',
    identity_document: 'validated',
    habeas_data: 'validated',
    report_card: 'pending',
    tratamiento_datos: 'pending',
  })
  expect(await database().prisma.enrollment.findFirst({ where: { schoolId: school.id, id } })).toMatchObject({
    missingCount: 2,
    status: 'pending_documents',
  })
  await database().prisma.enrollment.deleteMany({ where: { schoolId: school.id, id } })

  // Who comes from elsewhere brings everything anew.
  const transfer = await enroll('transfer')
  const asked = await database().prisma.enrollmentDocument.findMany({
    where: { schoolId: school.id, enrollmentId: transfer.id },
  })
  expect(asked.every(({ status }) => status === 'pending')).toBe(true)
})
