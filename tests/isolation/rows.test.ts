import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/lib/platform/db/client'
import { rowsAlone, rowsWithin, type SchoolRows } from '@/lib/platform/db/rows'
import { type Transaction, tenantClient } from '@/lib/platform/db/tenant'
import { translateDatabaseError } from '@/lib/platform/db/translate'
import { TenancyError } from '@/lib/platform/errors'
import { newId } from '@/tests/support/ids'
import { type TestSchool, testSchool } from '@/tests/support/school'

let a: TestSchool
let b: TestSchool
beforeAll(async () => {
  ;[a, b] = [await testSchool(), await testSchool()]
})

const area = (name: string, more: object = {}) => ({ name, ...more })
const areasOf = (schoolId: string) =>
  database().prisma.academicArea.findMany({ where: { schoolId }, orderBy: { name: 'asc' } })
const codeOf = (error: unknown) => (translateDatabaseError(error) as { code?: string }).code

type Work = <T>(work: (rows: SchoolRows) => Promise<T>) => Promise<T>
const within: Work = (work) =>
  tenantClient(a.id).$transaction((tx) => work(rowsWithin(tx as unknown as Transaction, a.id)))
const alone: Work = (work) => rowsAlone(a.id, work)

describe.each([
  ['in the transaction of the client', within],
  ['in one of their own', alone],
])('rows %s', (kind, doing) => {
  it('are added to the caller’s school, with ids of their own where none is given', async () => {
    const id = newId()
    const name = `Ñandú "y" \\ coma, {x} ${kind}`
    const added = await doing((rows) =>
      rows.insert('academic_areas', [area(name, { position: 2 }), { ...area(`B ${kind}`, { position: 1 }), id }]),
    )
    expect(added).toEqual([{ id: expect.stringMatching(/^[0-9a-f-]{36}$/) }, { id }])
    const found = (await areasOf(a.id)).filter((row) => row.name.endsWith(kind))
    expect(found).toMatchObject([
      { id, name: `B ${kind}`, position: 1, isActive: true, shortName: null },
      { name, position: 2 },
    ])
    expect(await areasOf(b.id)).toEqual([])
    expect(await doing((rows) => rows.insert('academic_areas', []))).toEqual([])
  })

  it('are found and changed by equality, in the caller’s school only', async () => {
    const id = newId()
    const data = { schoolId: b.id, id: newId(), name: 'De otro' }
    await database().prisma.academicArea.create({ data })
    await doing((rows) => rows.insert('academic_areas', [{ ...area(`C ${kind}`, { position: 7 }), id }]))
    const columns = ['name', 'position', 'is_active']
    await doing(async (rows) => {
      expect(await rows.find('academic_areas', { id, position: 7 }, columns)).toEqual([
        { name: `C ${kind}`, position: 7, is_active: true },
      ])
      expect(await rows.find('academic_areas', { id: data.id }, columns)).toEqual([])
      expect(await rows.update('academic_areas', { id: data.id }, { name: 'Mía' })).toEqual([])
      expect(await rows.update('academic_areas', { id, position: 8 }, { name: 'Mía' })).toEqual([])
      expect(await rows.update('academic_areas', { id, position: 7 }, { short_name: null, position: 9 })).toEqual([
        { id },
      ])
    })
    expect(await database().prisma.academicArea.findMany({ where: { id: data.id } })).toMatchObject([
      { name: 'De otro' },
    ])
    expect(await database().prisma.academicArea.findMany({ where: { id } })).toMatchObject([{ position: 9 }])
    await database().prisma.academicArea.deleteMany({ where: { schoolId: b.id } })
  })

  it('are taken back together with what throws', async () => {
    const failing = doing(async (rows) => {
      await rows.insert('academic_areas', [area(`D ${kind}`)])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect((await areasOf(a.id)).filter(({ name }) => name === `D ${kind}`)).toEqual([])
  })

  it('skip what is there, and otherwise are refused as duplicates', async () => {
    const twice = [area(`E ${kind}`), area(`E ${kind}`)]
    expect(await doing((rows) => rows.insert('academic_areas', twice, { skip: true }))).toHaveLength(1)
    const refused = await doing((rows) => rows.insert('academic_areas', twice)).catch(codeOf)
    expect(refused).toBe('duplicate')
  })

  it('cannot be tied to another school’s', async () => {
    const theirs = { schoolId: b.id, id: newId(), name: 'De otro' }
    await database().prisma.academicArea.create({ data: theirs })
    const subject = { area_id: theirs.id, code: 'X', name: 'X' }
    expect(await doing((rows) => rows.insert('subject_catalog', [subject])).catch(codeOf)).toBe('not_found')
    await database().prisma.academicArea.deleteMany({ where: { schoolId: b.id } })
  })

  it.each<[string, (rows: SchoolRows) => Promise<unknown>]>([
    ['a school of its own', (rows) => rows.insert('academic_areas', [area('F', { school_id: newId() })])],
    ['a column that is no name', (rows) => rows.insert('academic_areas', [area('F', { 'position) select 1 --': 1 })])],
    ['other columns than the first', (rows) => rows.insert('academic_areas', [area('F'), area('G', { position: 1 })])],
    ['a table of everybody', (rows) => rows.insert('users', [area('F')])],
    ['a table that nobody knows', (rows) => rows.find('academic_areas; select 1', { id: newId() }, ['name'])],
    ['a change of the school', (rows) => rows.update('academic_areas', { id: newId() }, { school_id: newId() })],
    ['a condition on the school', (rows) => rows.find('academic_areas', { school_id: newId() }, ['name'])],
    ['a condition that is no name', (rows) => rows.update('academic_areas', { 'id or true': 1 }, { name: 'F' })],
    ['a column to show that is no name', (rows) => rows.find('academic_areas', { id: newId() }, ['(select 1)'])],
  ])('are refused with %s', async (_, call) => {
    await expect(doing(call)).rejects.toThrow(TenancyError)
  })
})
