import { createHash } from 'node:crypto'
import { database } from '@/lib/platform/db/client'
import { newObjectKey, writeObject } from '@/lib/platform/storage'
import { addEnrollment } from './enrollment'
import { addStudent } from './family'
import { newId, unique } from './ids'
import type { TestSchool } from './school'

const headings = ['Tipo de documento', 'Número de documento', 'Apellidos', 'Nombres']
const columns = ['documentType', 'documentNumber', 'surnames', 'givenNames']
const settings = { headingRow: 1, columns, existing: 'keep', encoding: 'utf-8', separator: ';' }

type State = {
  status: string
  at?: Date
  row?: { verdict: string; outcome?: string; result?: object; problems?: object[] }
}

/** A file of one student as it stands after a step of its import; answers the ids of both. */
export async function addImport(school: TestSchool, { status, at = new Date(), row }: State) {
  const { prisma } = database()
  const mine = { schoolId: school.id }
  const [importId, rowId, fileId] = [newId(), newId(), newId()]
  const cells = ['TI', String(Date.now()).slice(-7) + unique().replace(/\D/g, ''), 'Wills Xiques', 'Xiomara Kelly']
  const bytes = Buffer.from(`${headings.join(';')}\n${cells.join(';')}\n`)
  const objectKey = newObjectKey(school.id)
  await writeObject(objectKey, bytes, 'text/csv')
  const createdBy = school.members.rector.userId
  const named = { fileName: 'lista.csv', sha256: createHash('sha256').update(bytes).digest('hex'), createdBy }
  const stored = { ...mine, ...named, id: fileId, objectKey, contentType: 'text/csv', size: bytes.length }
  await prisma.storedFile.create({ data: { ...stored, purpose: 'import', status: 'ready' } })
  const read = status !== 'expected' && status !== 'reading'
  await prisma.importBatch.create({
    data: {
      ...{ ...mine, ...named, id: importId, fileId, kind: 'students', status },
      settings: read ? settings : { existing: 'keep' },
      headings: read ? headings : [],
      finishedAt: status === 'done' || status === 'undoing' ? at : null,
      createdAt: at,
    },
  })
  const state = { label: 'Wills Xiques Xiomara Kelly', key: `TI ${cells[1]}` }
  if (row)
    await prisma.importRow.create({ data: { ...mine, ...state, ...row, id: rowId, batchId: importId, row: 2, cells } })
  return { importId, rowId }
}

/** Imports of a school at each step, by the operation that goes on from there. */
export async function importSubject(school: TestSchool): Promise<Record<string, string>> {
  const create = { verdict: 'create' }
  const wrong = { field: 'documentType', value: 'XX', reason: 'validation.documentType' }
  const checked = await addImport(school, { status: 'checked', row: create })
  const expected = await addImport(school, { status: 'expected' })
  const reading = await addImport(school, { status: 'reading' })
  const running = await addImport(school, { status: 'running', row: create })
  const written = await addImport(school, { status: 'running', row: { ...create, outcome: 'created' } })
  const old = await addImport(school, { status: 'checked', at: new Date('2026-01-20'), row: create })
  const failing = await addImport(school, { status: 'checked', row: { verdict: 'error', problems: [wrong] } })
  const student = await addStudent(school)
  const ids = { studentId: student.id, created: true, newGuardians: [] }
  const result = { ids, recordId: student.id }
  const done = await addImport(school, { status: 'done', row: { ...create, outcome: 'created', result } })
  const undoing = await addImport(school, { status: 'undoing', row: { ...create, outcome: 'created', result } })
  const undone = await addImport(school, { status: 'undoing', row: { ...create, outcome: 'undone' } })
  const [kept, lost, gone] = [await addStudent(school), await addStudent(school), await addStudent(school)]
  const made = { keptStudentId: kept.id, lostId: gone.id, keptName: kept.fullName, lostName: gone.fullName }
  const [row] = await database().prisma.$queryRaw<
    { row: object }[]
  >`select to_jsonb(s) as row from students s where id = ${gone.id}::uuid`
  await database().prisma.student.delete({ where: { schoolId_id: { schoolId: school.id, id: gone.id } } })
  const before = { lost: row?.row ?? {}, kept: { id: kept.id }, set: {} }
  const rows = { ...before, links: [], enrollments: [], documents: [], recipients: [] }
  const undoUntil = new Date(Date.now() + 86_400_000)
  const { id: mergeId } = await database().prisma.recordMerge.create({
    data: { schoolId: school.id, ...made, rows, moved: {}, undoUntil },
  })
  const archive = {
    id: newId(),
    objectKey: newObjectKey(school.id),
    fileName: 'copia.zip',
    contentType: 'application/zip',
  }
  await database().prisma.storedFile.create({
    data: { schoolId: school.id, ...archive, size: 1, sha256: '', purpose: 'export', status: 'ready' },
  })
  return {
    ownExportId: archive.id,
    ...{
      dropEnrollments: (await addEnrollment(school)).id,
      keptId: kept.id,
      lostId: lost.id,
      mergeId,
    },
    importId: checked.importId,
    rowId: checked.rowId,
    expectedImportId: expected.importId,
    readingImportId: reading.importId,
    runningImportId: running.importId,
    writtenImportId: written.importId,
    failingImportId: failing.importId,
    oldImportId: old.importId,
    doneImportId: done.importId,
    undoingImportId: undoing.importId,
    undoneImportId: undone.importId,
  }
}
