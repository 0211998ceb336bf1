import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { exportEnrollments } from '@/lib/domain/enrollments/export'
import { listEnrollments } from '@/lib/domain/enrollments/queries'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '../support/context'
import { addEnrollment, type EnrollmentOverrides } from '../support/enrollment'
import { addGuardian, addStudent } from '../support/family'
import { refusal } from '../support/refusal'
import { testSchool } from '../support/school'

describe('the list', () => {
  it('filters, counts each state and pages both ways', async () => {
    const place = await testSchool()
    const ctx = await contextFor(place, 'coordinator')
    const add = (over: EnrollmentOverrides) => addEnrollment(place, over)
    for (const gradeLevel of ['5', '5', '6']) await add({ gradeLevel })
    await add({ gradeLevel: '6', status: 'active', documents: { birth_certificate: 'validated' } })
    await add({ gradeLevel: '6', status: 'in_review', yearId: place.nextYearId, kind: 'returning' })
    const first = await listEnrollments.run(ctx, { limit: 2 })
    expect(first).toMatchObject({ total: 5, from: 1, byStatus: { pending_documents: 3, in_review: 1, active: 1 } })
    const second = await listEnrollments.run(ctx, { limit: 2, cursor: first.nextCursor })
    const third = await listEnrollments.run(ctx, { limit: 2, cursor: second.nextCursor })
    const names = [first, second, third].flatMap(({ items }) => items.map(({ fullName }) => fullName))
    expect(names).toEqual([...names].sort(new Intl.Collator('es-CO').compare))
    expect([second.from, third.from, third.nextCursor]).toEqual([3, 5, null])
    const back = await listEnrollments.run(ctx, { limit: 2, cursor: third.previousCursor })
    expect(back.items).toEqual(second.items)
    const totals = async (filter: object) => (await listEnrollments.run(ctx, filter)).total
    expect(await totals({ gradeLevel: '6' })).toBe(3)
    expect(await totals({ gradeLevel: '6', status: 'active' })).toBe(1)
    expect(await totals({ kind: 'returning' })).toBe(1)
    expect(await totals({ yearId: place.yearId })).toBe(4)
    expect(await totals({ missing: 'true' })).toBe(5)
    expect(await listEnrollments.run(ctx, { gradeLevel: '6', yearId: place.yearId })).toMatchObject({
      total: 2,
      whole: 4,
    })
    expect(await totals({ groupCode: 'Z' })).toBe(0)
    expect(await refusal(listEnrollments.run(ctx, { cursor: 'x' }))).toMatchObject({ code: 'invalid' })
  })
})

describe('the file', () => {
  it('holds the filtered list, runs no formula and is remembered', async () => {
    const place = await testSchool()
    const ctx = await contextFor(place, 'coordinator')
    const child = await addStudent(place, { firstSurname: '=1+1', firstName: 'Malicia' })
    await addGuardian(place, { of: [child.id] })
    await addEnrollment(place, { studentId: child.id, gradeLevel: '6' })
    await addEnrollment(place, { gradeLevel: '7' })
    const csv = await exportEnrollments.run(ctx, { format: 'csv', gradeLevel: '6' })
    const lines = Buffer.from(csv.content, 'base64').toString().trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain("'=1+1")
    expect(lines[1]).toContain('300 123 4567')
    const xlsx = await exportEnrollments.run(ctx, { format: 'xlsx' })
    const [sheet] = await readXlsxFile(Buffer.from(xlsx.content, 'base64'))
    expect(sheet?.data).toHaveLength(3)
    expect(sheet?.data.flat().filter((cell) => typeof cell === 'string' && cell.startsWith('='))).toEqual([])
    const trace = await database().prisma.auditLog.findMany({
      where: { schoolId: place.id, action: 'enrollment.export' },
    })
    expect(trace.map(({ after }) => after)).toMatchObject([
      { format: 'csv', count: 1 },
      { format: 'xlsx', count: 2 },
    ])
    expect(await refusal(exportEnrollments.run(await contextFor(place, 'teacher'), { format: 'csv' }))).toMatchObject({
      code: 'forbidden',
    })
  })
})
