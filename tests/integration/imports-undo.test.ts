import { beforeEach, describe, expect, it } from 'vitest'
import { adjustImport, runImport, undoImport } from '@/lib/domain/imports/commands'
import { getImport } from '@/lib/domain/imports/queries'
import { updateStudent } from '@/lib/domain/students/commands'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '../support/context'
import { checkedImport, readImported, studentHead, studentRow, workbook } from '../support/imports'
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
