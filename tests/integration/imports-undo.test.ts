import { beforeEach, describe, expect, it } from 'vitest'
import { adjustImport, undoImport } from '@/lib/domain/imports/commands'
import { updateStudent } from '@/lib/domain/students/commands'
import { database } from '@/lib/platform/db/client'
import { type ImportSchool, importSchool } from '../support/import-school'
import { checkedImport, readImported, studentList, studentRow } from '../support/imports'
import { runQueued } from '../support/worker'

let office: ImportSchool
beforeEach(async () => {
  office = await importSchool()
})

const db = () => database().prisma

describe('undoing', () => {
  it('removes what nobody has worked on, and names the others', async () => {
    const { importId } = await checkedImport(
      office.secretary,
      await studentList(studentRow(1), studentRow(2), studentRow(3)),
      office.enrolling,
    )
    await office.write(importId)
    const worked = await db().student.findFirstOrThrow({ where: { ...office.of, documentNumber: '1100000002' } })
    await updateStudent.run(office.secretary, {
      studentId: worked.id,
      version: worked.version,
      gender: 'F',
      secondName: 'Inés',
    })
    const line = { importId }
    await undoImport.run(office.secretary, line)
    await expect(undoImport.run(office.secretary, line)).rejects.toMatchObject({ code: 'not_allowed_now' })
    expect((await runQueued()).failures).toEqual([])
    const after = await readImported(office.secretary, importId)
    expect(after).toMatchObject({ status: 'undone', counts: { outcomes: { undone: 2, stays: 1 } } })
    expect(after.rows[1]?.problems[0]?.message).toBe('Alguien cambió la ficha después de la importación.')
    expect(await office.counts()).toEqual({ students: 1, guardians: 1, enrollments: 1 })
  })

  it('gives known students their values back', async () => {
    await office.write(
      (await checkedImport(office.secretary, await studentList(studentRow(1, { gender: 'F' })))).importId,
    )
    const checked = await checkedImport(
      office.secretary,
      await studentList(studentRow(1, { gender: 'M', motherNumber: '99' })),
      office.enrolling,
    )
    await adjustImport.run(office.secretary, {
      importId: checked.importId,
      version: checked.version,
      existing: 'update',
    })
    await runQueued()
    await office.write(checked.importId)
    expect(await office.counts()).toEqual({ students: 1, guardians: 2, enrollments: 1 })
    await undoImport.run(office.secretary, { importId: checked.importId })
    await runQueued()
    expect(await office.counts()).toEqual({ students: 1, guardians: 1, enrollments: 0 })
    expect(await db().student.findFirstOrThrow({ where: office.of })).toMatchObject({ gender: 'F' })
    expect(await db().studentGuardian.findMany({ where: office.of })).toMatchObject([{ isPrimary: true, priority: 1 }])
  })
})
