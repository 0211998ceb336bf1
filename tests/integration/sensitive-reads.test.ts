import { expect, test } from 'vitest'
import { openFile } from '@/lib/domain/enrollments/documents/files/queries'
import { createStudent } from '@/lib/domain/students/commands'
import { getStudent } from '@/lib/domain/students/queries'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '@/tests/support/context'
import { addEnrollment } from '@/tests/support/enrollment'
import { studentInput } from '@/tests/support/factories/data'
import { putFile } from '@/tests/support/files'
import { ownerClient } from '@/tests/support/rows'
import { type TestSchool, testSchool } from '@/tests/support/school'

const readsIn = (school: TestSchool) =>
  database().prisma.auditLog.findMany({
    where: { schoolId: school.id, action: { in: ['student.readHealth', 'document.open', 'excuse.open'] } },
    select: { action: true, actorName: true, studentId: true, seq: true },
    orderBy: { seq: 'asc' },
  })

test('who reads health data stands in the history, once an hour', async () => {
  const school = await testSchool()
  const [rector, coordinator, secretary] = [
    await contextFor(school, 'rector'),
    await contextFor(school, 'coordinator'),
    await contextFor(school, 'secretary'),
  ]
  const input = { ...studentInput(1), extraData: { allergies: 'Maní' } }
  const { id: studentId } = await createStudent.run(rector, input)
  const { id: healthy } = await createStudent.run(rector, { ...studentInput(2), extraData: { eps: 'Sura' } })
  for (const ctx of [rector, rector, coordinator, secretary]) await getStudent.run(ctx, { studentId })
  await getStudent.run(rector, { studentId: healthy })
  const line = { action: 'student.readHealth', studentId }
  expect(await readsIn(school)).toEqual([
    { ...line, actorName: rector.actor.name, seq: 3 },
    { ...line, actorName: coordinator.actor.name, seq: 4 },
  ])
  const owner = await ownerClient()
  await owner.query(`update audit_log set at = at - interval '61 minutes' where school_id = $1`, [school.id])
  await getStudent.run(rector, { studentId })
  expect(await readsIn(school)).toHaveLength(3)
})

test('nothing is shown when the line cannot be written', async () => {
  const school = await testSchool()
  const rector = await contextFor(school, 'rector')
  const input = { ...studentInput(3), extraData: { bloodType: 'O+' } }
  const { id: studentId } = await createStudent.run(rector, input)
  const owner = await ownerClient()
  await owner.query(`update audit_heads set seq = 0, hash = '' where school_id = $1`, [school.id])
  await expect(getStudent.run(rector, { studentId })).rejects.toMatchObject({ code: 'duplicate' })
})

test('opening a paper about health is told, another paper is not', async () => {
  const school = await testSchool()
  const rector = await contextFor(school, 'rector')
  const { documents, studentId } = await addEnrollment(school)
  const { id: documentId } = documents.birth_certificate!
  await putFile(school, documentId, { kind: 'pdf' })
  await openFile.run(rector, { documentId })
  expect(await readsIn(school)).toEqual([])
  const where = { schoolId_id: { schoolId: school.id, id: documentId } }
  await database().prisma.enrollmentDocument.update({ where, data: { documentType: 'health_assessment' } })
  await openFile.run(rector, { documentId })
  expect(await readsIn(school)).toMatchObject([{ action: 'document.open', studentId }])
})
