import readXlsxFile from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { historyOfRecord } from '@/lib/domain/audit/queries'
import { searchPeople } from '@/lib/domain/search/queries'
import { createStudent, setStudentActive, updateStudent } from '@/lib/domain/students/commands'
import { exportStudents } from '@/lib/domain/students/export'
import {
  findDuplicates,
  getStudent,
  listDocumentsOfStudent,
  listEnrollmentsOfStudent,
  listStudentFacets,
  listStudents,
} from '@/lib/domain/students/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { contextFor, contextOf } from '../support/context'
import { addEnrollment } from '../support/enrollment'
import { newId } from '../support/ids'
import { somebody } from '../support/person'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let secretary: SchoolContext
let rector: SchoolContext

beforeAll(async () => {
  school = await testSchool()
  ;[secretary, rector] = await Promise.all([contextFor(school, 'secretary'), contextFor(school, 'rector')])
})

const child = (over: Parameters<typeof somebody>[0] = {}) => {
  const { secondName: _, ...person } = somebody(over)
  return { birthDate: '2014-05-06', gender: 'F' as const, ...person }
}
const create = (over: Parameters<typeof somebody>[0] = {}) => createStudent.run(secretary, child(over))

describe('the list', () => {
  let own: TestSchool
  let ctx: SchoolContext
  const names = ['Álvarez', 'Bedoya', 'Ñañez', 'Núñez', 'Zuluaga', 'de la Cruz', 'Peña']
  beforeAll(async () => {
    own = await testSchool()
    ctx = await contextFor(own, 'secretary')
    for (const [index, firstSurname] of names.entries()) {
      const person = {
        ...child(),
        firstSurname,
        secondSurname: 'Ortiz',
        firstName: 'Ana',
        documentNumber: `10987654${index}2`,
      }
      const { id } = await createStudent.run(ctx, { ...person, birthDate: `2014-01-0${index + 1}` })
      if (index < 4)
        await addEnrollment(own, {
          studentId: id,
          gradeLevel: index < 2 ? '6' : '7',
          groupCode: index === 0 ? 'A' : 'B',
          status: index === 3 ? 'active' : 'in_review',
          documents:
            index === 3
              ? Object.fromEntries(Object.keys(own.requirements).map((code) => [code, 'validated' as const]))
              : {},
        })
    }
  })
  const surnames = async (input: object) =>
    (await listStudents.run(ctx, input)).items.map((row) => row.fullName.replace(' Ortiz Ana', ''))

  it('goes by surname as a Colombian index does', async () => {
    expect(await surnames({})).toEqual(['Álvarez', 'Bedoya', 'de la Cruz', 'Núñez', 'Ñañez', 'Peña', 'Zuluaga'])
  })

  it.each([
    ['nunez', ['Núñez']],
    ['NÚÑEZ', ['Núñez']],
    ['ñañez', ['Ñañez']],
    ['ana nun', ['Núñez']],
    ['delacruz', []],
    ['cruz ortiz', ['de la Cruz']],
    ['109.876.543', ['Núñez']],
    ['65432', ['Núñez']],
    ["%_'; drop", []],
  ])('finds %s without minding accents, order or dots', async (q, found) => {
    expect(await surnames({ q })).toEqual(found)
  })

  it('narrows by grade, group, state, papers and enrollment, and the count follows', async () => {
    expect(await surnames({ gradeLevel: '6' })).toEqual(['Álvarez', 'Bedoya'])
    expect(await surnames({ gradeLevel: '6', groupCode: 'B' })).toEqual(['Bedoya'])
    expect(await surnames({ status: 'active' })).toEqual(['Núñez'])
    expect(await surnames({ missing: 'true' })).toEqual(['Álvarez', 'Bedoya', 'Ñañez'])
    expect(await surnames({ missing: 'false' })).toEqual(['Núñez'])
    expect(await surnames({ enrolled: 'false' })).toEqual(['de la Cruz', 'Peña', 'Zuluaga'])
    expect(await surnames({ yearId: own.nextYearId, enrolled: 'true' })).toEqual([])
    const page = await listStudents.run(ctx, { gradeLevel: '6', limit: 1 })
    expect(page).toMatchObject({ total: 2, start: 0, year: { name: '2026', status: 'active' } })
    expect((await listStudentFacets.run(ctx, {})).groups).toEqual(
      expect.arrayContaining([{ gradeLevel: '6', groupCode: 'A', students: 1 }]),
    )
  })

  it('turns pages there and back, each row once, also while rows come and go', async () => {
    const first = await listStudents.run(ctx, { limit: 3 })
    const second = await listStudents.run(ctx, { limit: 3, cursor: first.nextCursor })
    const third = await listStudents.run(ctx, { limit: 3, cursor: second.nextCursor })
    const all = [first, second, third].flatMap((page) => page.items.map((row) => row.id))
    expect(new Set(all).size).toBe(7)
    expect([first, second, third].map((page) => page.start)).toEqual([0, 3, 6])
    expect(first.previousCursor).toBeNull()
    expect(third.nextCursor).toBeNull()
    const back = await listStudents.run(ctx, { limit: 3, cursor: third.previousCursor })
    expect(back).toMatchObject({ start: 3, items: second.items })
    expect((await listStudents.run(ctx, { limit: 3, cursor: back.previousCursor })).items).toEqual(first.items)
    const { id, version } = await createStudent.run(ctx, {
      ...child(),
      firstSurname: 'Abad',
      secondSurname: 'X',
      firstName: 'Y',
    })
    expect((await listStudents.run(ctx, { limit: 3, cursor: first.nextCursor })).items).toEqual(second.items)
    await setStudentActive.run(ctx, { studentId: id, version, isActive: false })
    expect((await surnames({ active: 'true' }))[0]).toBe('Álvarez')
    expect((await surnames({ active: 'false' })).length).toBe(1)
  })

  it('refuses a cursor that it did not make', async () => {
    for (const cursor of ['x', 'WyJuZXh0IiwxLDIsM10', '%'])
      await expect(listStudents.run(ctx, { cursor })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('shows a teacher nobody, a student oneself, and refuses who reads no students', async () => {
    const [teacher, student] = await Promise.all([contextFor(own, 'teacher'), contextFor(own, 'student')])
    expect(await listStudents.run(teacher, {})).toMatchObject({ items: [], total: 0 })
    expect((await listStudents.run(student, {})).items).toEqual([])
    const some = (await listStudents.run(ctx, { q: 'bedoya' })).items[0]!
    await expect(getStudent.run(teacher, { studentId: some.id })).rejects.toMatchObject({ code: 'not_found' })
    await database().prisma.student.updateMany({ where: { id: some.id }, data: { userId: own.members.student.userId } })
    expect((await listStudents.run(student, {})).items.map((row) => row.id)).toEqual([some.id])
    expect((await searchPeople.run(teacher, { q: 'bedoya' })).items).toEqual([])
    await expect(searchPeople.run(student, { q: 'bedoya' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a new student', () => {
  it('is refused when the document is taken, with the record that has it', async () => {
    const sofia = child({ firstSurname: 'Ríos', firstName: 'Sofía' })
    const { id } = await createStudent.run(secretary, sofia)
    await expect(createStudent.run(secretary, { ...sofia, firstName: 'Otra' })).rejects.toMatchObject({
      code: 'duplicate',
      details: { field: 'documentNumber', data: { studentId: id } },
    })
  })

  it('is held back while a record looks like the same child', async () => {
    const person = child({ firstSurname: 'Restrepo', secondSurname: 'Vélez', firstName: 'Manuela', documentType: 'RC' })
    const { id } = await createStudent.run(secretary, person)
    const grown = { ...person, documentType: 'TI' as const }
    const refusal = await createStudent.run(secretary, grown).catch((error) => error)
    expect(refusal).toMatchObject({
      code: 'duplicate',
      details: { data: { candidates: [{ id, reason: 'sameNumber' }] } },
    })
    const twin = { ...person, documentNumber: '5550001', firstSurname: 'RESTREPO' }
    const { gender: _, ...identity } = twin
    expect((await findDuplicates.run(secretary, identity)).items).toMatchObject([{ id, reason: 'sameNameAndBirth' }])
    expect((await findDuplicates.run(secretary, { ...identity, exceptId: id })).items).toEqual([])
    await expect(createStudent.run(secretary, { ...twin, acceptDuplicate: [newId()] })).rejects.toMatchObject({
      code: 'duplicate',
      details: { data: { candidates: [{ id, reason: 'sameNameAndBirth' }] } },
    })
    expect(await createStudent.run(secretary, { ...twin, acceptDuplicate: [id] })).toMatchObject({ version: 1 })
  })

  it('carries health data only from who may read them, and never out of an export', async () => {
    const withHealth = { ...child(), extraData: { allergies: 'Maní', eps: 'Sura' } }
    await expect(createStudent.run(secretary, withHealth)).rejects.toMatchObject({ code: 'forbidden' })
    const { id } = await createStudent.run(rector, withHealth)
    expect((await getStudent.run(rector, { studentId: id })).extraData).toEqual({ allergies: 'Maní', eps: 'Sura' })
    expect((await getStudent.run(secretary, { studentId: id })).extraData).toEqual({ eps: 'Sura' })
    const lines = (await historyOfRecord.run(secretary, { entity: 'student', entityId: id })).items
    expect(lines.map(({ action }) => action)).toEqual(['student.readHealth', 'student.create'])
    expect(lines[1]?.after).not.toHaveProperty('allergies')
  })
})

describe('a change', () => {
  it('keeps what was not named and says in the history what changed', async () => {
    const { id, version } = await create({ firstSurname: 'Salazar', firstName: 'Inés' })
    await updateStudent.run(secretary, { studentId: id, version, firstName: 'Irene', extraData: { eps: 'Sura' } })
    const student = await getStudent.run(secretary, { studentId: id })
    expect(student).toMatchObject({
      version: 2,
      firstName: 'Irene',
      birthDate: '2014-05-06',
      extraData: { eps: 'Sura' },
    })
    expect(student.fullName).toContain('Irene')
    expect((await listStudents.run(secretary, { q: 'salazar irene' })).items[0]?.id).toBe(id)
    const [line] = (await historyOfRecord.run(secretary, { entity: 'student', entityId: id })).items
    expect(line).toMatchObject({
      action: 'student.update',
      actorName: secretary.actor.name,
      before: { firstName: 'Inés', eps: null },
      after: { firstName: 'Irene', eps: 'Sura' },
    })
    expect(Object.keys(line?.after ?? {}).sort()).toEqual(['eps', 'firstName'])
  })

  it('is refused when somebody was faster, with the record as it is', async () => {
    const { id, version } = await create({ firstName: 'Lina' })
    await updateStudent.run(secretary, { studentId: id, version, gender: 'M' })
    const refusal = await updateStudent.run(secretary, { studentId: id, version, firstName: 'Lía' }).catch((e) => e)
    expect(refusal).toMatchObject({
      code: 'conflict',
      details: { current: { gender: 'M', firstName: 'Lina', version: 2 } },
    })
    expect(refusal.details.current).not.toHaveProperty('schoolId')
    expect(await getStudent.run(secretary, { studentId: id })).toMatchObject({ firstName: 'Lina', version: 2 })
  })

  it('is undone: inactive and active again', async () => {
    const { id, version } = await create()
    const off = await setStudentActive.run(secretary, { studentId: id, version, isActive: false, reason: 'Traslado' })
    const on = await setStudentActive.run(secretary, { studentId: id, version: off.version, isActive: true })
    expect(await getStudent.run(secretary, { studentId: id })).toMatchObject({ isActive: true, version: on.version })
    const actions = (await historyOfRecord.run(secretary, { entity: 'student', entityId: id })).items.map(
      (l) => l.action,
    )
    expect(actions).toEqual(['student.reactivate', 'student.deactivate', 'student.create'])
  })
})

describe('another school', () => {
  it('does not exist', async () => {
    const other = await testSchool()
    const stranger = await contextOf(other, other.members.rector.userId)
    const { id: studentId, version } = await create()
    const { id } = await addEnrollment(school, { studentId })
    const gone = { code: 'not_found' }
    await expect(getStudent.run(stranger, { studentId })).rejects.toMatchObject(gone)
    await expect(updateStudent.run(stranger, { studentId, version, firstName: 'X' })).rejects.toMatchObject(gone)
    await expect(setStudentActive.run(stranger, { studentId, version, isActive: false })).rejects.toMatchObject(gone)
    await expect(listEnrollmentsOfStudent.run(stranger, { studentId })).rejects.toMatchObject(gone)
    await expect(listDocumentsOfStudent.run(stranger, { studentId })).rejects.toMatchObject(gone)
    await expect(historyOfRecord.run(stranger, { entity: 'student', entityId: studentId })).rejects.toMatchObject(gone)
    await expect(historyOfRecord.run(stranger, { entity: 'enrollment', entityId: id })).rejects.toMatchObject(gone)
    await expect(listStudents.run(stranger, { yearId: school.yearId })).rejects.toMatchObject(gone)
    expect((await listEnrollmentsOfStudent.run(secretary, { studentId })).items).toMatchObject([
      { id, yearName: '2026' },
    ])
    expect((await listDocumentsOfStudent.run(secretary, { studentId })).items).toHaveLength(5)
  })
})

describe('the export', () => {
  it('holds the filtered list, runs no formula and leaves a line', async () => {
    const person = { ...child({ firstSurname: 'Exportado', firstName: 'Ana' }), documentNumber: '900100200' }
    await createStudent.run(secretary, person)
    await database().prisma.student.updateMany({
      where: { documentNumber: person.documentNumber },
      data: { firstName: '=HYPERLINK("http://x")', secondName: '@x' },
    })
    const csv = await exportStudents.run(secretary, { format: 'csv', q: 'exportado' })
    const text = Buffer.from(csv.content, 'base64').toString('utf8')
    expect(csv).toMatchObject({ count: 1, contentType: 'text/csv; charset=utf-8' })
    expect(text).toContain("'=HYPERLINK")
    expect(text).toContain("'@x")
    expect(text).not.toMatch(/(^|;)"?[=@+]/m)
    const file = await exportStudents.run(secretary, { format: 'xlsx', q: 'exportado' })
    const sheets = await readXlsxFile(Buffer.from(file.content, 'base64'))
    const cells = JSON.stringify(sheets)
    expect(cells).toContain("'=HYPERLINK")
    expect(cells).toContain('Primer apellido')
    expect(cells).toContain('2014-05-06')
    const line = await database().prisma.auditLog.findFirst({
      where: { schoolId: school.id, action: 'student.export' },
      orderBy: { at: 'desc' },
    })
    expect(line?.after).toMatchObject({ format: 'xlsx', count: 1, q: 'exportado' })
  })
})
