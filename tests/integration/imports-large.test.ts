import { beforeEach, describe, expect, it } from 'vitest'
import { beginImport, runImport, undoImport } from '@/lib/domain/imports/commands'
import { writePart } from '@/lib/domain/imports/running/commands'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '../support/context'
import { checkedImport, readImported, sendImport, studentHead, studentRow, workbook } from '../support/imports'
import { type TestSchool, testSchool } from '../support/school'
import { runQueued } from '../support/worker'

let school: TestSchool
let secretary: SchoolContext
beforeEach(async () => {
  school = await testSchool()
  secretary = await contextFor(school, 'secretary')
})

const count = 1000
const fatherHead = ['Cédula padre', 'Apellidos padre', 'Nombres padre', 'Celular padre']
const thousand = () =>
  workbook([
    [...studentHead, ...fatherHead],
    ...Array.from({ length: count }, (_, index) => [
      ...studentRow(index + 1),
      ...[String(71_000_000 + index), 'Cano Ríos', 'Andrés', `310${String(2_000_000 + index)}`],
    ]),
  ])
const target = () => ({ target: { schoolYearId: school.nextYearId } })
const students = () => database().prisma.student.count({ where: { schoolId: school.id } })

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

describe('a list of 1,000 students with two guardians and an enrollment each', () => {
  it.each(['all', 'good'] as const)('is checked in 5 s and written in 15 s (%s)', async (scope) => {
    const importId = await sendImport(secretary, await thousand(), target())
    const checking = await timed(async () => {
      await beginImport.run(secretary, { importId })
      expect((await runQueued()).failures).toEqual([])
    })
    const checked = await readImported(secretary, importId)
    expect(checked.counts).toMatchObject({ rows: count, verdicts: { create: count } })
    const writing = await timed(async () => {
      await runImport.run(secretary, { importId, version: checked.version, scope })
      expect((await runQueued()).failures).toEqual([])
    })
    expect((await readImported(secretary, importId)).counts.outcomes).toEqual({ created: count })
    const undoing = await timed(async () => {
      await undoImport.run(secretary, { importId })
      expect((await runQueued()).failures).toEqual([])
    })
    expect(await students()).toBe(0)
    expect(await database().prisma.guardian.count({ where: { schoolId: school.id } })).toBe(0)
    console.info(
      `1,000 rows (${scope}): checked in ${checking.toFixed(1)} s, written in ${writing.toFixed(1)} s, undone in ${undoing.toFixed(1)} s`,
    )
    expect(checking).toBeLessThan(5)
    expect(writing).toBeLessThan(15)
  })
})

describe('killed in the middle', () => {
  it('goes on with the rows that are left, and repeats none', async () => {
    const rows = Array.from({ length: 250 }, (_, index) => studentRow(index + 1))
    const { importId, version } = await checkedImport(secretary, await workbook([studentHead, ...rows]), target())
    await runImport.run(secretary, { importId, version, scope: 'good' })
    // The first portion was written when the process died; the job comes back to the queue and starts again.
    await writePart.run(secretary, { importId, scope: 'good', from: 0 })
    expect(await students()).toBe(100)
    expect((await runQueued()).failures).toEqual([])
    const done = await readImported(secretary, importId)
    expect(done).toMatchObject({ status: 'done', counts: { outcomes: { created: 250 } } })
    expect(await students()).toBe(250)
  })
})
