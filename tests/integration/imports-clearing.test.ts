import { beforeEach, expect, it } from 'vitest'
import { listAudit } from '@/lib/domain/audit/queries'
import { clearImport } from '@/lib/domain/imports/clearing/commands'
import { clearAllImportsJob } from '@/lib/domain/imports/clearing/jobs'
import { runImport, undoImport } from '@/lib/domain/imports/commands'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { objectSize } from '@/lib/platform/storage'
import { contextFor } from '../support/context'
import { checkedImport, readImported, studentHead, studentRow, workbook } from '../support/imports'
import { refusal } from '../support/refusal'
import { type TestSchool, testSchool } from '../support/school'
import { runQueued } from '../support/worker'

let school: TestSchool
let secretary: SchoolContext
beforeEach(async () => {
  school = await testSchool()
  secretary = await contextFor(school, 'secretary')
})

const { prisma } = database()
const list = () => workbook([studentHead, studentRow(1), studentRow(2), studentRow(3, { number: '' })])
const checked = async (fileName = 'lista.xlsx') =>
  (await checkedImport(secretary, await list(), { target: { schoolYearId: school.nextYearId }, fileName })).importId

async function written(fileName?: string) {
  const importId = await checked(fileName)
  const { version } = await readImported(secretary, importId)
  await runImport.run(secretary, { importId, version, scope: 'good' })
  expect((await runQueued()).failures).toEqual([])
  return importId
}

/** As if everything about these imports had happened so many days earlier. */
async function age(days: number, ...ids: string[]) {
  const at = new Date(Date.now() - days * 86_400_000)
  for (const id of ids) {
    const row = await prisma.importBatch.findFirstOrThrow({ where: { schoolId: school.id, id } })
    const moved = { ...(row.finishedAt ? { finishedAt: at } : {}), ...(row.undoneAt ? { undoneAt: at } : {}) }
    await prisma.importBatch.updateMany({ where: { schoolId: school.id, id }, data: { createdAt: at, ...moved } })
    await prisma.job.updateMany({ where: { schoolId: school.id, id: row.jobId ?? '' }, data: { finishedAt: at } })
  }
}
const night = async () => {
  await clearAllImportsJob.run({})
  expect((await runQueued()).failures).toEqual([])
}
const rowsOf = (importId: string) => prisma.importRow.count({ where: { schoolId: school.id, batchId: importId } })
const fileOf = async (importId: string) => {
  const { file } = await prisma.importBatch.findFirstOrThrow({
    where: { schoolId: school.id, id: importId },
    select: { file: true },
  })
  return { status: file.status, size: await objectSize(file.objectKey) }
}

it('removes rows and file once nobody can take the import back, and keeps what came of it', async () => {
  const importId = await written()
  const before = await readImported(secretary, importId)
  await age(29, importId)
  await night()
  expect(await rowsOf(importId)).toBe(3)

  await age(31, importId)
  await night()
  expect(await rowsOf(importId)).toBe(0)
  expect(await fileOf(importId)).toEqual({ status: 'cleared', size: null })
  const after = await readImported(secretary, importId)
  expect(after).toMatchObject({
    status: 'done',
    fileName: 'lista.xlsx',
    counts: before.counts,
    undoUntil: null,
    rows: [],
  })
  expect(after.counts).toMatchObject({ rows: 3, outcomes: { created: 2 }, verdicts: { error: 1 } })
  expect(Date.parse(after.clearedAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
  expect(await prisma.student.count({ where: { schoolId: school.id } })).toBe(2)
  const [line] = (await listAudit.run(await contextFor(school, 'rector'), {})).items
  expect(line).toMatchObject({ action: 'import.clear', actorKind: 'system', after: { name: 'lista.xlsx', count: 3 } })
  await night()
  expect((await readImported(secretary, importId)).version).toBe(after.version)
})

it('removes what nobody finished, what was taken back and what broke down, and leaves what is under way', async () => {
  const [open, undone, broken, moving] = [
    await checked('abierta.xlsx'),
    await written('deshecha.xlsx'),
    await checked('rota.xlsx'),
    await checked('en-curso.xlsx'),
  ]
  await undoImport.run(secretary, { importId: undone })
  await runQueued()
  const setRunning = async (id: string, job: string) => {
    await prisma.importBatch.updateMany({ where: { schoolId: school.id, id }, data: { status: 'running' } })
    const { jobId } = await prisma.importBatch.findFirstOrThrow({ where: { schoolId: school.id, id } })
    await prisma.job.updateMany({ where: { schoolId: school.id, id: jobId ?? '' }, data: { status: job } })
  }
  await setRunning(broken, 'failed')
  await setRunning(moving, 'running')
  await age(31, open, undone, broken, moving)
  await night()
  const states = await Promise.all([open, undone, broken, moving].map((id) => readImported(secretary, id)))
  expect(states.map(({ status, clearedAt, counts }) => [status, clearedAt !== null, counts.rows])).toEqual([
    ['expired', true, 3],
    ['undone', true, 3],
    ['expired', true, 3],
    ['running', false, 3],
  ])
  expect(await Promise.all([open, undone, broken, moving].map(rowsOf))).toEqual([0, 0, 0, 3])
  const stale = refusal(runImport.run(secretary, { importId: open, version: states[0]!.version, scope: 'good' }))
  expect((await stale).details.reason).toBe('imports.refusal.notNow')
})

it('of one that somebody may still need is refused', async () => {
  const importId = await written()
  const rector = await contextFor(school, 'rector')
  expect((await refusal(clearImport.run(rector, { importId }))).details.reason).toBe('imports.refusal.notToClear')
  expect(await fileOf(importId)).toMatchObject({ status: 'ready' })
})
