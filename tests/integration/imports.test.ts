import { beforeEach, describe, expect, it } from 'vitest'
import { adjustImport, offerImport, runImport } from '@/lib/domain/imports/commands'
import { getImport, listImports } from '@/lib/domain/imports/queries'
import { repairRows } from '@/lib/domain/imports/rows/commands'
import { importFailures } from '@/lib/domain/imports/rows/queries'
import { updateStudent } from '@/lib/domain/students/commands'
import { database } from '@/lib/platform/db/client'
import { readSheet } from '@/lib/platform/table-reader'
import { contextFor } from '../support/context'
import { addStudent } from '../support/family'
import { type ImportSchool, importSchool } from '../support/import-school'
import { checkedImport, studentList, studentRow } from '../support/imports'
import { runQueued } from '../support/worker'

let office: ImportSchool
beforeEach(async () => {
  office = await importSchool()
})

const db = () => database().prisma

describe('a list of students', () => {
  it('is checked without changing anything, then written whole with guardians and enrollments', async () => {
    const checked = await checkedImport(
      office.secretary,
      await studentList(studentRow(1), studentRow(2)),
      office.enrolling,
    )
    expect(checked).toMatchObject({ status: 'checked', missing: [], counts: { rows: 2, verdicts: { create: 2 } } })
    expect(await office.counts()).toEqual({ students: 0, guardians: 0, enrollments: 0 })
    const done = await office.write(checked.importId)
    expect(done).toMatchObject({ status: 'done', counts: { outcomes: { created: 2 } } })
    expect(await office.counts()).toEqual({ students: 2, guardians: 2, enrollments: 2 })
    const student = await db().student.findFirstOrThrow({
      where: { ...office.of, documentNumber: '1100000001' },
      include: { guardians: { include: { guardian: true } }, enrollments: { include: { documents: true } } },
    })
    expect(student).toMatchObject({ firstSurname: 'Gómez', secondSurname: 'Zapata', gender: 'F' })
    expect(student.guardians).toMatchObject([{ relationship: 'mother', isPrimary: true, priority: 1 }])
    expect(student.guardians[0]?.guardian.phone).toBe('+573001000001')
    const [enrollment] = student.enrollments
    expect(enrollment).toMatchObject({ gradeLevel: '6', status: 'pending_documents', missingCount: 5 })
    expect(enrollment?.documents).toHaveLength(5)
    const lines = await db().auditLog.findMany({ where: { ...office.of, studentId: student.id } })
    expect(lines.map(({ action }) => action).sort()).toEqual(['enrollment.create', 'guardian.link', 'student.create'])
  })

  it('names each wrong cell with what stands there, and is repaired in place', async () => {
    const checked = await checkedImport(
      office.secretary,
      await studentList(
        studentRow(1),
        studentRow(2, { type: 'XX', birth: '31/02/2015' }),
        studentRow(3, { grade: 'décimo quinto', motherPhone: '555' }),
        studentRow(4, { number: '1100000001' }),
      ),
      office.enrolling,
    )
    expect(checked.counts.verdicts).toEqual({ create: 1, error: 3 })
    const told = checked.rows.flatMap(({ row, problems }) =>
      problems.map(({ heading, value, message }) => `${row} ${heading} «${value}» ${message}`),
    )
    expect(told).toEqual([
      '3 Tipo Documento «XX» No se reconoce el tipo de documento. Escriba, por ejemplo, RC, TI, CC, PPT o CE.',
      '3 Fecha de nacimiento «31/02/2015» Escriba una fecha que exista, así: 05/03/2026.',
      '4 Celular madre «555» Escriba 10 dígitos, por ejemplo 300 123 4567. Para otro país, con + y su indicativo.',
      '4 Grado «décimo quinto» No se reconoce el grado. Escriba, por ejemplo, 6, Sexto o Transición.',
      '5 No. Documento «1100000001» Está repetido: ya viene en la fila 2.',
    ])
    const { importId } = checked
    await expect(
      runImport.run(office.secretary, { importId, version: checked.version, scope: 'all' }),
    ).rejects.toMatchObject({
      details: { reason: 'imports.refusal.rowsWrong', data: { count: 3 } },
    })
    const [, second, third, fourth] = checked.rows
    const { items } = await repairRows.run(office.secretary, {
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
    await repairRows.run(office.secretary, { importId, rows: [{ rowId: fourth!.id, choice: 'skip' }] })
    const again = await getImport.run(office.secretary, { importId })
    expect(again.counts.verdicts).toEqual({ create: 3, skip: 1 })
    // Reading the file once more keeps what was typed.
    await adjustImport.run(office.secretary, { importId, version: again.version, existing: 'update' })
    await runQueued()
    expect((await getImport.run(office.secretary, { importId })).counts.verdicts).toEqual({ create: 3, skip: 1 })
    await office.write(importId)
    expect(await office.counts()).toEqual({ students: 3, guardians: 3, enrollments: 3 })
  })

  it('frees the second row of a document when the first one is corrected', async () => {
    const checked = await checkedImport(
      office.secretary,
      await studentList(studentRow(1), studentRow(2, { number: '1100000001' })),
    )
    expect(checked.counts.verdicts).toEqual({ create: 1, error: 1 })
    const { items } = await repairRows.run(office.secretary, {
      importId: checked.importId,
      rows: [{ rowId: checked.rows[0]!.id, cells: { 1: '1100000009' } }],
    })
    expect(items.map(({ row, verdict }) => [row, verdict])).toEqual([
      [2, 'create'],
      [3, 'create'],
    ])
  })

  it('writes the right rows alone when that is asked for, and gives the others back as a file', async () => {
    const checked = await checkedImport(
      office.secretary,
      await studentList(studentRow(1), studentRow(2, { number: '' })),
    )
    const done = await office.write(checked.importId, 'good')
    expect(done.counts).toMatchObject({ outcomes: { created: 1 }, verdicts: { create: 1, error: 1 } })
    const { content } = await importFailures.run(office.secretary, { importId: checked.importId })
    const { rows } = await readSheet(Buffer.from(content, 'base64'))
    expect(rows[0]?.slice(-2)).toEqual(['Fila', 'Motivos'])
    expect(rows[1]?.at(-1)).toBe('No. Documento: Falta este dato.')
    // The file that was given back is read as the first one was.
    expect((await checkedImport(office.secretary, Buffer.from(content, 'base64'))).missing).toEqual([])
  })

  it('a second time repeats nobody and says that it is the same file', async () => {
    const bytes = await studentList(studentRow(1), studentRow(2))
    await office.write((await checkedImport(office.secretary, bytes, office.enrolling)).importId)
    const again = await checkedImport(office.secretary, bytes, office.enrolling)
    expect(again.earlier).toMatchObject({ status: 'done' })
    expect(again.counts.verdicts).toEqual({ same: 2 })
    await expect(
      runImport.run(office.secretary, { importId: again.importId, version: again.version, scope: 'good' }),
    ).rejects.toMatchObject({ details: { reason: 'imports.refusal.nothingToDo' } })
    expect(await office.counts()).toEqual({ students: 2, guardians: 2, enrollments: 2 })
  })

  it('leaves known students alone unless the school says otherwise', async () => {
    await office.write((await checkedImport(office.secretary, await studentList(studentRow(1)))).importId)
    const changed = await studentList(studentRow(1, { gender: 'M', motherPhone: '3119998877' }))
    const kept = await checkedImport(office.secretary, changed)
    expect(kept.counts.verdicts).toEqual({ keep: 1 })
    await adjustImport.run(office.secretary, { importId: kept.importId, version: kept.version, existing: 'update' })
    await runQueued()
    expect((await getImport.run(office.secretary, { importId: kept.importId })).counts.verdicts).toEqual({ update: 1 })
    await office.write(kept.importId)
    expect(await db().student.findFirstOrThrow({ where: office.of })).toMatchObject({ gender: 'M' })
    expect(await db().guardian.findFirstOrThrow({ where: office.of })).toMatchObject({ phone: '+573119998877' })
  })

  it('holds back who looks like a child of the school until somebody says that it is another', async () => {
    await addStudent(office.school, {
      ...{ firstSurname: 'Gómez', secondSurname: 'Zapata', firstName: 'Juan', secondName: 'Juan' },
      ...{ documentType: 'RC', documentNumber: '77', birthDate: '2014-02-02' },
    })
    const checked = await checkedImport(office.secretary, await studentList(studentRow(1)))
    expect(checked.rows[0]).toMatchObject({ verdict: 'error', problems: [{ acceptable: true }] })
    const rowId = checked.rows[0]!.id
    const { items } = await repairRows.run(office.secretary, {
      importId: checked.importId,
      rows: [{ rowId, choice: 'accept' }],
    })
    expect(items[0]?.verdict).toBe('create')
    await office.write(checked.importId)
    expect((await office.counts()).students).toBe(2)
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
    const checked = await checkedImport(office.secretary, await studentList(studentRow(1), again))
    expect(checked.rows[1]).toMatchObject({
      verdict: 'error',
      problems: expect.arrayContaining([
        expect.objectContaining({ acceptable: true, message: 'Parece el mismo estudiante de la fila 2.' }),
      ]),
    })
  })

  it('knows a child by a document that it carried before', async () => {
    const { id, version } = await addStudent(office.school, { documentType: 'TI', documentNumber: '1100000001' })
    await updateStudent.run(office.secretary, { studentId: id, version, documentNumber: '1200000000' })
    const checked = await checkedImport(office.secretary, await studentList(studentRow(1)))
    expect(checked.rows[0]?.problems[0]).toMatchObject({ recordId: id, acceptable: true })
  })

  it('refuses a number that is somebody else’s', async () => {
    await addStudent(office.school, {
      ...{ documentType: 'TI', documentNumber: '1100000001' },
      ...{ firstSurname: 'Quintero', secondSurname: 'Wills', firstName: 'Xiomara', secondName: 'Kelly' },
    })
    const checked = await checkedImport(office.secretary, await studentList(studentRow(1)))
    expect(checked.rows[0]).toMatchObject({ verdict: 'error', problems: [{ acceptable: false }] })
  })
})

describe('who may', () => {
  it('a secretary imports students and no people; a teacher sees no list of students', async () => {
    const { importId } = await checkedImport(office.secretary, await studentList(studentRow(1)))
    const file = { fileName: 'a.csv', contentType: 'text/csv', size: 10, sha256: '0'.repeat(64) }
    await expect(offerImport.run(office.secretary, { kind: 'users', ...file })).rejects.toMatchObject({
      code: 'not_allowed_now',
    })
    const teacher = await contextFor(office.school, 'teacher')
    await expect(getImport.run(teacher, { importId })).rejects.toMatchObject({ code: 'not_found' })
    expect((await listImports.run(teacher, {})).items).toEqual([])
    expect((await listImports.run(office.secretary, {})).items).toMatchObject([{ id: importId, status: 'checked' }])
  })
})
