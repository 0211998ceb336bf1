import { beforeAll, expect, it } from 'vitest'
import { bulkInsert } from '@/lib/platform/db/bulk'
import { database } from '@/lib/platform/db/client'
import { type Transaction, tenantClient } from '@/lib/platform/db/tenant'
import { TenancyError } from '@/lib/platform/errors'
import { newId } from '@/tests/support/ids'
import { type TestSchool, testSchool } from '@/tests/support/school'

let a: TestSchool
let b: TestSchool
beforeAll(async () => {
  ;[a, b] = [await testSchool(), await testSchool()]
})

type Rows = Parameters<ReturnType<typeof bulkInsert>>[1]
const insert = (table: string, rows: Rows) =>
  tenantClient(a.id).$transaction((tx) => bulkInsert(tx as unknown as Transaction, a.id)(table, rows))
const area = (name: string, more: object = {}) => ({ id: null, name, updated_at: '2026-11-21T10:00:00Z', ...more })
const areasOf = (schoolId: string) =>
  database().prisma.academicArea.findMany({ where: { schoolId }, orderBy: { name: 'asc' } })

it('adds rows to the caller’s school, with ids of their own where none is given', async () => {
  const id = newId()
  expect(
    await insert('academic_areas', [area('Ñandú "y" \\ coma, {x}', { position: 2 }), area('B', { id, position: 1 })]),
  ).toBe(2)
  const [second, first] = await areasOf(a.id)
  expect(second).toMatchObject({ id, name: 'B', position: 1, isActive: true })
  expect(first).toMatchObject({ name: 'Ñandú "y" \\ coma, {x}', position: 2, shortName: null })
  expect(first?.id).toMatch(/^[0-9a-f-]{36}$/)
  expect(await areasOf(b.id)).toEqual([])
  expect(await insert('academic_areas', [])).toBe(0)
})

it.each<[string, string, Rows]>([
  ['a school of its own', 'academic_areas', [area('C', { school_id: newId() })]],
  ['a column that is no name', 'academic_areas', [area('C', { 'position) select 1 --': 1 })]],
  ['other columns than the first', 'academic_areas', [area('C'), area('D', { position: 1 })]],
  ['a table of everybody', 'users', [area('C')]],
  ['a table that nobody knows', 'academic_areas; drop table users', [area('C')]],
])('refuses a row with %s', async (_, table, rows) => {
  await expect(insert(table, rows)).rejects.toThrow(TenancyError)
})

it('cannot tie a row to another school’s', async () => {
  const theirs = await database().prisma.schoolYear.findFirst({ where: { schoolId: b.id } })
  const period = { id: null, school_year_id: theirs?.id ?? newId(), number: 9, name: 'P', starts_on: '2026-01-01' }
  const rest = { ends_on: '2026-02-01', status: 'draft', version: 1 }
  await expect(insert('academic_periods', [{ ...period, ...rest }])).rejects.toThrow(/foreign key|P2003|P2010/i)
})
