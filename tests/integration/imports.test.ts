import { beforeEach, describe, expect, it } from 'vitest'
import { adjustImport, beginImport, offerImport, runImport, undoImport } from '@/lib/domain/imports/commands'
import { getImport, importTemplateFile, listImports } from '@/lib/domain/imports/queries'
import { repairRows } from '@/lib/domain/imports/rows/commands'
import { importFailures } from '@/lib/domain/imports/rows/queries'
import { updateStudent } from '@/lib/domain/students/commands'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { readSheet } from '@/lib/platform/table-reader'
import { contextFor } from '../support/context'
import { addStudent } from '../support/family'
import { checkedImport, readImported, sendImport, studentHead, studentRow, workbook } from '../support/imports'
import { type TestSchool, testSchool } from '../support/school'
import { runQueued } from '../support/worker'

let school: TestSchool
let secretary: SchoolContext
beforeEach(async () => {
  school = await testSchool()
  secretary = await contextFor(school, 'secretary')
})

const db = () => database().prisma
const of = () => ({ schoolId: school.id })
const list = (...rows: Parameters<typeof workbook>[0]) => workbook([studentHead, ...rows])
const enrolling = () => ({ target: { schoolYearId: school.nextYearId } })
const people = async () => ({
  students: await db().student.count({ where: of() }),
  guardians: await db().guardian.count({ where: of() }),
  enrollments: await db().enrollment.count({ where: of() }),
})

async function run(importId: string, scope: 'all' | 'good' = 'all') {
  const { version } = await getImport.run(secretary, { importId })
  await runImport.run(secretary, { importId, version, scope })
  const { failures } = await runQueued()
  expect(failures).toEqual([])
  return readImported(secretary, importId)
}

describe('a list of students', () => {
  it('is checked without changing anything, then written whole with guardians and enrollments', async () => {
    const checked = await checkedImport(secretary, await list(studentRow(1), studentRow(2)), enrolling())
    expect(checked).toMatchObject({ status: 'checked', missing: [], counts: { rows: 2, verdicts: { create: 2 } } })
    expect(await people()).toEqual({ students: 0, guardians: 0, enrollments: 0 })
    const done = await run(checked.importId)
    expect(done).toMatchObject({ status: 'done', counts: { outcomes: { created: 2 } } })
    expect(await people()).toEqual({ students: 2, guardians: 2, enrollments: 2 })
    const student = await db().student.findFirstOrThrow({
      where: { ...of(), documentNumber: '1100000001' },
      include: { guardians: { include: { guardian: true } }, enrollments: { include: { documents: true } } },
    })
    expect(student).toMatchObject({ firstSurname: 'Gómez', secondSurname: 'Zapata', gender: 'F' })
    expect(student.guardians).toMatchObject([{ relationship: 'mother', isPrimary: true, priority: 1 }])
    expect(student.guardians[0]?.guardian.phone).toBe('+573001000001')
    const [enrollment] = student.enrollments
    expect(enrollment).toMatchObject({ gradeLevel: '6', status: 'pending_documents', missingCount: 5 })
    expect(enrollment?.documents).toHaveLength(5)
    const lines = await db().auditLog.findMany({ where: { ...of(), studentId: student.id } })
    expect(lines.map(({ action }) => action).sort()).toEqual(['enrollment.create', 'guardian.link', 'student.create'])
  })

  it('names each wrong cell with what stands there, and is repaired in place', async () => {
    const checked = await checkedImport(
      secretary,
      await list(
        studentRow(1),
        studentRow(2, { type: 'XX', birth: '31/02/2015' }),
        studentRow(3, { grade: 'décimo quinto', motherPhone: '555' }),
        studentRow(4, { number: '1100000001' }),
      ),
      enrolling(),
    )
    expect(checked.counts.verdicts).toEqual({ create: 1, error: 3 })
    const told = checked.rows.flatMap(({ row, problems }) =>
      problems.map(({ heading, value, message }) => `${row} ${heading} «${value}» ${message}`),
    )
    expect(told).toEqual([
      '3 Tipo Documento «XX» Elija el tipo de documento.',
      '3 Fecha de nacimiento «31/02/2015» Escriba una fecha que exista, así: 05/03/2026.',
      '4 Celular madre «555» Escriba 10 dígitos, por ejemplo 300 123 4567. Para otro país, con + y su indicativo.',
      '4 Grado «décimo quinto» No se reconoce el grado. Escriba, por ejemplo, 6, Sexto o Transición.',
      '5 No. Documento «1100000001» Está repetido: ya viene en la fila 2.',
    ])
    const { importId } = checked
    await expect(runImport.run(secretary, { importId, version: checked.version, scope: 'all' })).rejects.toMatchObject({
      details: { reason: 'imports.refusal.rowsWrong', data: { count: 3 } },
    })
    const [, second, third, fourth] = checked.rows
    const { items } = await repairRows.run(secretary, {
      importId,
      rows: [
        { rowId: second!.id, cells: { 0: 'tarjeta de identidad', 4: '28/02/2015' } },
        { rowId: third!.id, cells: { 6: 'Décimo', 11: '310 555 1234' } },
      ],
    })
    expect(items.map(({ verdict, repaired }) => [verdict, repaired])).toEqual([
      ['create', true],
      ['create', true],
    ])
    await repairRows.run(secretary, { importId, rows: [{ rowId: fourth!.id, choice: 'skip' }] })
    const again = await getImport.run(secretary, { importId })
    expect(again.counts.verdicts).toEqual({ create: 3, skip: 1 })
    // Reading the file once more keeps what was typed.
    await adjustImport.run(secretary, { importId, version: again.version, existing: 'update' })
    await runQueued()
    expect((await getImport.run(secretary, { importId })).counts.verdicts).toEqual({ create: 3, skip: 1 })
    await run(importId)
    expect(await people()).toEqual({ students: 3, guardians: 3, enrollments: 3 })
  })

  it('frees the second row of a document when the first one is corrected', async () => {
    const checked = await checkedImport(secretary, await list(studentRow(1), studentRow(2, { number: '1100000001' })))
    expect(checked.counts.verdicts).toEqual({ create: 1, error: 1 })
    const { items } = await repairRows.run(secretary, {
      importId: checked.importId,
      rows: [{ rowId: checked.rows[0]!.id, cells: { 1: '1100000009' } }],
    })
    expect(items.map(({ row, verdict }) => [row, verdict])).toEqual([
      [2, 'create'],
      [3, 'create'],
    ])
  })

  it('writes the right rows alone when that is asked for, and gives the others back as a file', async () => {
    const checked = await checkedImport(secretary, await list(studentRow(1), studentRow(2, { number: '' })))
    const done = await run(checked.importId, 'good')
    expect(done.counts).toMatchObject({ outcomes: { created: 1 }, verdicts: { create: 1, error: 1 } })
    const { content } = await importFailures.run(secretary, { importId: checked.importId })
    const { rows } = await readSheet(Buffer.from(content, 'base64'))
    expect(rows[0]?.slice(-2)).toEqual(['Fila', 'Motivos'])
    expect(rows[1]?.at(-1)).toBe('No. Documento: Falta este dato.')
    // The file that was given back is read as the first one was.
    expect((await checkedImport(secretary, Buffer.from(content, 'base64'))).missing).toEqual([])
  })

  it('a second time repeats nobody and says that it is the same file', async () => {
    const bytes = await list(studentRow(1), studentRow(2))
    await run((await checkedImport(secretary, bytes, enrolling())).importId)
    const again = await checkedImport(secretary, bytes, enrolling())
    expect(again.earlier).toMatchObject({ status: 'done' })
    expect(again.counts.verdicts).toEqual({ same: 2 })
    await expect(
      runImport.run(secretary, { importId: again.importId, version: again.version, scope: 'good' }),
    ).rejects.toMatchObject({ details: { reason: 'imports.refusal.nothingToDo' } })
    expect(await people()).toEqual({ students: 2, guardians: 2, enrollments: 2 })
  })

  it('leaves known students alone unless the school says otherwise', async () => {
    await run((await checkedImport(secretary, await list(studentRow(1)))).importId)
    const changed = await list(studentRow(1, { gender: 'M', motherPhone: '3119998877' }))
    const kept = await checkedImport(secretary, changed)
    expect(kept.counts.verdicts).toEqual({ keep: 1 })
    await adjustImport.run(secretary, { importId: kept.importId, version: kept.version, existing: 'update' })
    await runQueued()
    expect((await getImport.run(secretary, { importId: kept.importId })).counts.verdicts).toEqual({ update: 1 })
    await run(kept.importId)
    expect(await db().student.findFirstOrThrow({ where: of() })).toMatchObject({ gender: 'M' })
    expect(await db().guardian.findFirstOrThrow({ where: of() })).toMatchObject({ phone: '+573119998877' })
  })

  it('holds back who looks like a child of the school until somebody says that it is another', async () => {
    await addStudent(school, {
      ...{ firstSurname: 'Gómez', secondSurname: 'Zapata', firstName: 'Juan', secondName: 'Juan' },
      ...{ documentType: 'RC', documentNumber: '77', birthDate: '2014-02-02' },
    })
    const checked = await checkedImport(secretary, await list(studentRow(1)))
    expect(checked.rows[0]).toMatchObject({ verdict: 'error', problems: [{ acceptable: true }] })
    const rowId = checked.rows[0]!.id
    const { items } = await repairRows.run(secretary, {
      importId: checked.importId,
      rows: [{ rowId, choice: 'accept' }],
    })
    expect(items[0]?.verdict).toBe('create')
    await run(checked.importId)
    expect((await people()).students).toBe(2)
  })

  it('sees the same child twice in one file', async () => {
    const again = studentRow(1, {
      type: 'RC',
      number: '55501',
      motherNumber: '',
      motherSurnames: '',
      motherNames: '',
      motherPhone: '',
    })
    const checked = await checkedImport(secretary, await list(studentRow(1), again))
    expect(checked.rows[1]).toMatchObject({
      verdict: 'error',
      problems: expect.arrayContaining([
        expect.objectContaining({ acceptable: true, message: 'Parece el mismo estudiante de la fila 2.' }),
      ]),
    })
  })

  it('knows a child by a document that it carried before', async () => {
    const { id, version } = await addStudent(school, { documentType: 'TI', documentNumber: '1100000001' })
    await updateStudent.run(secretary, { studentId: id, version, documentNumber: '1200000000' })
    const checked = await checkedImport(secretary, await list(studentRow(1)))
    expect(checked.rows[0]?.problems[0]).toMatchObject({ recordId: id, acceptable: true })
  })

  it('refuses a number that is somebody else’s', async () => {
    await addStudent(school, {
      ...{ documentType: 'TI', documentNumber: '1100000001' },
      ...{ firstSurname: 'Quintero', secondSurname: 'Wills', firstName: 'Xiomara', secondName: 'Kelly' },
    })
    const checked = await checkedImport(secretary, await list(studentRow(1)))
    expect(checked.rows[0]).toMatchObject({ verdict: 'error', problems: [{ acceptable: false }] })
  })
})

describe('bad luck', () => {
  it('started twice, it runs once', async () => {
    const { importId, version } = await checkedImport(secretary, await list(studentRow(1), studentRow(2)))
    const both = await Promise.allSettled([
      runImport.run(secretary, { importId, version, scope: 'all' }),
      runImport.run(secretary, { importId, version, scope: 'all' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await runQueued()
    expect((await people()).students).toBe(2)
    const reading = await sendImport(secretary, await list(studentRow(3)))
    const begun = await Promise.allSettled([
      beginImport.run(secretary, { importId: reading }),
      beginImport.run(secretary, { importId: reading }),
    ])
    expect(begun.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('the same file checked twice and run twice makes each child once', async () => {
    const bytes = await list(studentRow(1), studentRow(2))
    const [one, two] = [
      await checkedImport(secretary, bytes, enrolling()),
      await checkedImport(secretary, bytes, enrolling()),
    ]
    for (const { importId, version } of [one, two]) await runImport.run(secretary, { importId, version, scope: 'good' })
    await runQueued()
    expect(await people()).toEqual({ students: 2, guardians: 2, enrollments: 2 })
    expect((await readImported(secretary, two.importId)).counts.outcomes).toEqual({ kept: 2 })
  })

  it('everything or nothing: a row that became impossible keeps all of them out', async () => {
    const { importId, version } = await checkedImport(secretary, await list(studentRow(1), studentRow(2)))
    await addStudent(school, {
      documentType: 'TI',
      documentNumber: '1100000002',
      firstSurname: 'Wills',
      firstName: 'Xiomara',
    })
    await runImport.run(secretary, { importId, version, scope: 'all' })
    await runQueued()
    const after = await readImported(secretary, importId)
    expect(after).toMatchObject({ status: 'checked', counts: { outcomes: {} } })
    expect(after.refusal).toContain('No se importó ninguna fila')
    expect((await people()).students).toBe(1)
  })

  it.each([
    ['an empty file', () => Buffer.from('\n\n'), 'lista.csv', 'está vacío'],
    ['headings without rows', () => Buffer.from('Documento;Nombres\n'), 'lista.csv', 'ninguna fila debajo'],
    ['a formula', () => list([{ formula: '=1+1' }]), 'lista.xlsx', 'Hay una fórmula en la celda A2'],
    ['an open quote', () => Buffer.from('a;b\n"1;2\n'), 'lista.csv', 'No se pudo leer'],
    [
      'what is no spreadsheet',
      () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'lista.csv',
      'No se pudo leer',
    ],
    ['an old workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'lista.xlsx', 'archivo .xls antiguo'],
    ['more rows than fit', () => Buffer.from(`a;b\n${'1;2\n'.repeat(3001)}`), 'lista.csv', 'más de 3000 filas'],
  ])('refuses %s with the reason', async (_, bytes, fileName, sentence) => {
    const { status, refusal } = await checkedImport(secretary, await bytes(), { fileName })
    expect({ status, refusal }).toEqual({ status: 'refused', refusal: expect.stringContaining(sentence) })
  })

  it('refuses 100 MB before a byte is sent', async () => {
    const file = { fileName: 'a.csv', contentType: 'text/csv', size: 100_000_000, sha256: '0'.repeat(64) }
    await expect(offerImport.run(secretary, { kind: 'students', ...file })).rejects.toMatchObject({
      details: { fields: { size: 'validation.fileTooLarge' } },
    })
  })

  it('cannot be begun while nothing has arrived', async () => {
    const file = { fileName: 'a.csv', contentType: 'text/csv', size: 10, sha256: '0'.repeat(64) }
    const { id } = await offerImport.run(secretary, { kind: 'students', ...file })
    await expect(beginImport.run(secretary, { importId: id })).rejects.toMatchObject({ code: 'in_progress' })
  })
})

describe('reading', () => {
  const csv = 'Tipo de documento;Número de documento;Apellidos;Nombres\nTI;1100000001;Ñáñez Peña;María José\n'

  it.each([
    ['utf-8', Buffer.from(csv), ';'],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv, 'utf16le')]), ';'],
    ['windows-1252', Buffer.from(csv, 'latin1'), ';'],
    ['utf-8', Buffer.from(csv.replaceAll(';', ',')), ','],
    ['utf-8', Buffer.from(csv.replaceAll(';', '\t')), '\t'],
  ])('finds out %s with its separator', async (encoding, bytes, separator) => {
    const checked = await checkedImport(secretary, bytes, { fileName: 'lista.csv' })
    expect(checked.settings).toMatchObject({ encoding, separator })
    expect(checked.rows[0]).toMatchObject({ label: 'Ñáñez Peña María José', verdict: 'create' })
  })

  it('takes another encoding when told, and says so when the file is not in it', async () => {
    const { importId, version } = await checkedImport(secretary, Buffer.from(csv, 'latin1'), { fileName: 'lista.csv' })
    await adjustImport.run(secretary, { importId, version, encoding: 'utf-8' })
    await runQueued()
    const refused = await getImport.run(secretary, { importId })
    expect(refused.refusal).toBe('El archivo no está en utf-8. Elija otra codificación, o deje que se detecte.')
    await adjustImport.run(secretary, { importId, version: refused.version, encoding: 'windows-1252' })
    await runQueued()
    expect((await getImport.run(secretary, { importId })).status).toBe('checked')
  })

  it('remembers what somebody said about columns that nobody knows, for this school', async () => {
    const odd = (no: string) => Buffer.from(`X1;X2;X3;X4\nTI;${no};Ñáñez;María\n`)
    const first = await checkedImport(secretary, odd('1100000001'), { fileName: 'a.csv' })
    expect(first.settings?.columns).toEqual([null, null, null, null])
    expect(first.missing).toContain('Tipo de documento')
    const columns = ['documentType', 'documentNumber', 'surnames', 'givenNames']
    await adjustImport.run(secretary, { importId: first.importId, version: first.version, columns })
    await runQueued()
    expect((await readImported(secretary, first.importId)).counts.verdicts).toEqual({ create: 1 })
    const second = await checkedImport(secretary, odd('1100000002'), { fileName: 'b.csv' })
    expect(second).toMatchObject({ settings: { columns }, counts: { verdicts: { create: 1 } } })
    const other = await testSchool()
    const theirs = await checkedImport(await contextFor(other, 'secretary'), odd('1100000002'), { fileName: 'b.csv' })
    expect(theirs.settings?.columns).toEqual([null, null, null, null])
  })

  it('reads two rows of headings, titles above them, and columns that nobody knows', async () => {
    const unknown = Array.from({ length: 40 }, (_, index) => `Dato ${index + 1}`)
    const bytes = await workbook([
      ['Colegio San José', null, null],
      ['Estudiante', null, null, null, 'Acudiente 1', null, null, null, ...unknown.map(() => null)],
      [
        'Tipo documento',
        'Documento',
        'Apellidos',
        'Nombres',
        'Documento',
        'Apellidos',
        'Nombres',
        'Parentesco',
        ...unknown,
      ],
      ['TI', '1100000001', 'Ríos Gómez', 'Sofía', '43000001', 'Gómez Díaz', 'Marta', 'Mamá', ...unknown.map(() => 'x')],
    ])
    const checked = await checkedImport(secretary, bytes)
    expect(checked.settings).toMatchObject({ headingRow: 3 })
    expect(checked.settings?.columns.filter((name) => name !== null)).toHaveLength(8)
    expect(checked.counts.verdicts).toEqual({ create: 1 })
    await run(checked.importId)
    expect(await db().studentGuardian.findFirstOrThrow({ where: of() })).toMatchObject({ relationship: 'mother' })
  })

  it('the template is read without a question', async () => {
    const { content } = await importTemplateFile.run(secretary, { kind: 'students' })
    const checked = await checkedImport(secretary, Buffer.from(content, 'base64'), enrolling())
    expect(checked).toMatchObject({ missing: [], counts: { verdicts: { create: 1 } } })
    expect(checked.settings?.columns).not.toContain(null)
  })
})

describe('undoing', () => {
  it('removes what nobody has worked on, and names the others', async () => {
    const { importId } = await checkedImport(
      secretary,
      await list(studentRow(1), studentRow(2), studentRow(3)),
      enrolling(),
    )
    await run(importId)
    const worked = await db().student.findFirstOrThrow({ where: { ...of(), documentNumber: '1100000002' } })
    await updateStudent.run(secretary, {
      studentId: worked.id,
      version: worked.version,
      gender: 'F',
      secondName: 'Inés',
    })
    const line = { importId }
    await undoImport.run(secretary, line)
    await expect(undoImport.run(secretary, line)).rejects.toMatchObject({ code: 'not_allowed_now' })
    expect((await runQueued()).failures).toEqual([])
    const after = await readImported(secretary, importId)
    expect(after).toMatchObject({ status: 'undone', counts: { outcomes: { undone: 2, stays: 1 } } })
    expect(after.rows[1]?.problems[0]?.message).toBe('Alguien cambió la ficha después de la importación.')
    expect(await people()).toEqual({ students: 1, guardians: 1, enrollments: 1 })
  })

  it('gives known students their values back', async () => {
    await run((await checkedImport(secretary, await list(studentRow(1, { gender: 'F' })))).importId)
    const checked = await checkedImport(
      secretary,
      await list(studentRow(1, { gender: 'M', motherNumber: '99' })),
      enrolling(),
    )
    await adjustImport.run(secretary, { importId: checked.importId, version: checked.version, existing: 'update' })
    await runQueued()
    await run(checked.importId)
    expect(await people()).toEqual({ students: 1, guardians: 2, enrollments: 1 })
    await undoImport.run(secretary, { importId: checked.importId })
    await runQueued()
    expect(await people()).toEqual({ students: 1, guardians: 1, enrollments: 0 })
    expect(await db().student.findFirstOrThrow({ where: of() })).toMatchObject({ gender: 'F' })
    expect(await db().studentGuardian.findMany({ where: of() })).toMatchObject([{ isPrimary: true, priority: 1 }])
  })
})

describe('who may', () => {
  it('a secretary imports students and no people; a teacher sees no list of students', async () => {
    const { importId } = await checkedImport(secretary, await list(studentRow(1)))
    const file = { fileName: 'a.csv', contentType: 'text/csv', size: 10, sha256: '0'.repeat(64) }
    await expect(offerImport.run(secretary, { kind: 'users', ...file })).rejects.toMatchObject({ code: 'forbidden' })
    const teacher = await contextFor(school, 'teacher')
    await expect(getImport.run(teacher, { importId })).rejects.toMatchObject({ code: 'not_found' })
    expect((await listImports.run(teacher, {})).items).toEqual([])
    expect((await listImports.run(secretary, {})).items).toMatchObject([{ id: importId, status: 'checked' }])
  })
})
