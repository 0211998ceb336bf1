import { beforeEach, describe, expect, it } from 'vitest'
import { adjustImport, beginImport, offerImport, runImport } from '@/lib/domain/imports/commands'
import { getImport, importTemplateFile } from '@/lib/domain/imports/queries'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '../support/context'
import { addStudent } from '../support/family'
import { type ImportSchool, importSchool } from '../support/import-school'
import { checkedImport, readImported, sendImport, studentList, studentRow, workbook } from '../support/imports'
import { testSchool } from '../support/school'
import { runQueued } from '../support/worker'

let office: ImportSchool
beforeEach(async () => {
  office = await importSchool()
})

const db = () => database().prisma

describe('bad luck', () => {
  it('started twice, it runs once', async () => {
    const { importId, version } = await checkedImport(office.secretary, await studentList(studentRow(1), studentRow(2)))
    const both = await Promise.allSettled([
      runImport.run(office.secretary, { importId, version, scope: 'all' }),
      runImport.run(office.secretary, { importId, version, scope: 'all' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await runQueued()
    expect((await office.counts()).students).toBe(2)
    const reading = await sendImport(office.secretary, await studentList(studentRow(3)))
    const begun = await Promise.allSettled([
      beginImport.run(office.secretary, { importId: reading }),
      beginImport.run(office.secretary, { importId: reading }),
    ])
    expect(begun.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('the same file checked twice and run twice makes each child once', async () => {
    const bytes = await studentList(studentRow(1), studentRow(2))
    const [one, two] = [
      await checkedImport(office.secretary, bytes, office.enrolling),
      await checkedImport(office.secretary, bytes, office.enrolling),
    ]
    for (const { importId, version } of [one, two])
      await runImport.run(office.secretary, { importId, version, scope: 'good' })
    await runQueued()
    expect(await office.counts()).toEqual({ students: 2, guardians: 2, enrollments: 2 })
    expect((await readImported(office.secretary, two.importId)).counts.outcomes).toEqual({ kept: 2 })
  })

  it('everything or nothing: a row that became impossible keeps all of them out', async () => {
    const { importId, version } = await checkedImport(office.secretary, await studentList(studentRow(1), studentRow(2)))
    await addStudent(office.school, {
      documentType: 'TI',
      documentNumber: '1100000002',
      firstSurname: 'Wills',
      firstName: 'Xiomara',
    })
    await runImport.run(office.secretary, { importId, version, scope: 'all' })
    await runQueued()
    const after = await readImported(office.secretary, importId)
    expect(after).toMatchObject({ status: 'checked', counts: { outcomes: {} } })
    expect(after.refusal).toContain('No se importó ninguna fila')
    expect((await office.counts()).students).toBe(1)
  })

  it.each([
    ['an empty file', () => Buffer.from('\n\n'), 'lista.csv', 'está vacío'],
    ['headings without rows', () => Buffer.from('Documento;Nombres\n'), 'lista.csv', 'ninguna fila debajo'],
    ['a formula', () => studentList([{ formula: '=1+1' }]), 'lista.xlsx', 'Hay una fórmula en la celda A2'],
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
    const { status, refusal } = await checkedImport(office.secretary, await bytes(), { fileName })
    expect({ status, refusal }).toEqual({ status: 'refused', refusal: expect.stringContaining(sentence) })
  })

  it('refuses 100 MB before a byte is sent', async () => {
    const file = { fileName: 'a.csv', contentType: 'text/csv', size: 100_000_000, sha256: '0'.repeat(64) }
    await expect(offerImport.run(office.secretary, { kind: 'students', ...file })).rejects.toMatchObject({
      details: { fields: { size: 'validation.fileTooLarge' } },
    })
  })

  it('cannot be begun while nothing has arrived', async () => {
    const file = { fileName: 'a.csv', contentType: 'text/csv', size: 10, sha256: '0'.repeat(64) }
    const { id } = await offerImport.run(office.secretary, { kind: 'students', ...file })
    await expect(beginImport.run(office.secretary, { importId: id })).rejects.toMatchObject({ code: 'in_progress' })
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
    const checked = await checkedImport(office.secretary, bytes, { fileName: 'lista.csv' })
    expect(checked.settings).toMatchObject({ encoding, separator })
    expect(checked.rows[0]).toMatchObject({ label: 'Ñáñez Peña María José', verdict: 'create' })
  })

  it('takes another encoding when told, and says so when the file is not in it', async () => {
    const { importId, version } = await checkedImport(office.secretary, Buffer.from(csv, 'latin1'), {
      fileName: 'lista.csv',
    })
    await adjustImport.run(office.secretary, { importId, version, encoding: 'utf-8' })
    await runQueued()
    const refused = await getImport.run(office.secretary, { importId })
    expect(refused.refusal).toBe('El archivo no está en utf-8. Elija otra codificación, o deje que se detecte.')
    await adjustImport.run(office.secretary, { importId, version: refused.version, encoding: 'windows-1252' })
    await runQueued()
    expect((await getImport.run(office.secretary, { importId })).status).toBe('checked')
  })

  it('remembers what somebody said about columns that nobody knows, for this school', async () => {
    const odd = (no: string) => Buffer.from(`X1;X2;X3;X4\nTI;${no};Ñáñez;María\n`)
    const first = await checkedImport(office.secretary, odd('1100000001'), { fileName: 'a.csv' })
    expect(first.settings?.columns).toEqual([null, null, null, null])
    expect(first.missing).toContain('Tipo de documento')
    const columns = ['documentType', 'documentNumber', 'surnames', 'givenNames']
    await adjustImport.run(office.secretary, { importId: first.importId, version: first.version, columns })
    await runQueued()
    expect((await readImported(office.secretary, first.importId)).counts.verdicts).toEqual({ create: 1 })
    const second = await checkedImport(office.secretary, odd('1100000002'), { fileName: 'b.csv' })
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
    const checked = await checkedImport(office.secretary, bytes)
    expect(checked.settings).toMatchObject({ headingRow: 3 })
    expect(checked.settings?.columns.filter((name) => name !== null)).toHaveLength(8)
    expect(checked.counts.verdicts).toEqual({ create: 1 })
    await office.write(checked.importId)
    expect(await db().studentGuardian.findFirstOrThrow({ where: office.of })).toMatchObject({ relationship: 'mother' })
  })

  it('the template is read without a question', async () => {
    const { content } = await importTemplateFile.run(office.secretary, { kind: 'students' })
    const checked = await checkedImport(office.secretary, Buffer.from(content, 'base64'), office.enrolling)
    expect(checked).toMatchObject({ missing: [], counts: { verdicts: { create: 1 } } })
    expect(checked.settings?.columns).not.toContain(null)
  })
})
