import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { exportAudit } from '@/lib/domain/audit/export'
import { listAudit } from '@/lib/domain/audit/queries'
import { createStudent, setStudentActive, updateStudent } from '@/lib/domain/students/commands'
import { exportStudents } from '@/lib/domain/students/export'
import { getStudent } from '@/lib/domain/students/queries'
import { database } from '@/lib/platform/db/client'
import messages from '@/messages/es/audit.json'
import { contextFor } from '@/tests/support/context'
import { studentInput } from '@/tests/support/factories/data'
import { newId } from '@/tests/support/ids'
import { testSchool } from '@/tests/support/school'

async function lived() {
  const school = await testSchool()
  const [rector, secretary] = [await contextFor(school, 'rector'), await contextFor(school, 'secretary')]
  const { id: studentId, version } = await createStudent.run(rector, {
    ...studentInput(1),
    extraData: { allergies: 'Maní' },
  })
  await createStudent.run(rector, studentInput(2))
  const saved = await updateStudent.run(secretary, { studentId, version, firstName: 'Irene' })
  await setStudentActive.run(secretary, { studentId, version: saved.version, isActive: false })
  await getStudent.run(rector, { studentId })
  await exportStudents.run(secretary, { format: 'csv' })
  const actions = async (filter: object) => (await listAudit.run(rector, filter)).items.map(({ action }) => action)
  return { school, rector, secretary, studentId, actions }
}

test('the history is narrowed by what was done, by whom and to which record', async () => {
  const { secretary, studentId, actions } = await lived()
  expect(await actions({ kind: 'creation' })).toEqual(['student.create', 'student.create'])
  expect(await actions({ kind: 'change' })).toEqual(['student.deactivate', 'student.update'])
  expect(await actions({ kind: 'read' })).toEqual(['student.readHealth'])
  expect(await actions({ kind: 'export' })).toEqual(['student.export'])
  expect(await actions({ kind: 'removal' })).toEqual([])
  const own = ['student.export', 'student.deactivate', 'student.update']
  expect(await actions({ actor: secretary.actor.name.slice(0, 6) })).toEqual(own)
  expect(await actions({ entity: 'student', entityId: studentId })).toHaveLength(4)
})

test('it is taken along as sentences, which stands in it too', async () => {
  const { rector, secretary, studentId, actions } = await lived()
  const file = await exportAudit.run(rector, { entityId: studentId, kind: 'change' })
  const [sheet] = await readXlsxFile(Buffer.from(file.content, 'base64'))
  const [head, ...rows] = sheet?.data ?? []
  expect(head?.slice(0, 3)).toEqual(['Cuándo', 'Quién', 'Qué hizo'])
  const { name } = secretary.actor
  expect(rows.map((row) => row.slice(1, 3))).toEqual([
    [name, `${name} desactivó la ficha`],
    [name, expect.stringContaining('Irene')],
  ])
  expect(await actions({ kind: 'export' })).toEqual(['audit.export', 'student.export'])
  await expect(exportAudit.run(secretary, {})).rejects.toMatchObject({ code: 'forbidden' })
})

test('every sentence fills its blanks, also for a line that lacks what they name', async () => {
  const school = await testSchool()
  const rector = await contextFor(school, 'rector')
  const actions = texts(messages.action)
  await database().prisma.auditLog.createMany({
    data: actions.map((action) => ({
      ...{ schoolId: school.id, id: newId(), actorKind: 'user', actorName: 'Marta Ríos', action },
      ...{ entity: action.split('.')[0] as string, requestId: 'prueba', after: {} },
    })),
  })
  const file = await exportAudit.run(rector, {})
  const [sheet] = await readXlsxFile(Buffer.from(file.content, 'base64'))
  const sentences = (sheet?.data ?? []).slice(1).map((row) => String(row[2]))
  expect(sentences).toHaveLength(actions.length)
  expect(sentences.filter((sentence) => /[{}]|^audit\.|action\./.test(sentence))).toEqual([])
})

function texts(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [path + key] : texts(inner as object, `${path}${key}.`),
  )
}
