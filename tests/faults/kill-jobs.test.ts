import { afterEach, expect, test } from 'vitest'
import { checkHistory } from '@/lib/domain/audit/chain/queries'
import { runImport } from '@/lib/domain/imports/commands'
import { readOneRollover } from '@/lib/domain/rollovers/queries'
import { startRun } from '@/lib/domain/rollovers/start/commands'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { bigYear, plannedRollover } from '@/tests/support/big-year'
import { contextFor } from '@/tests/support/context'
import { checkedImport, readImported, studentHead, studentRow, workbook } from '@/tests/support/imports'
import { testSchool } from '@/tests/support/school'
import { silentMinute, startWorkerProcess } from '@/tests/support/worker-program'

let worker: ReturnType<typeof startWorkerProcess> | undefined
afterEach(() => worker?.stop())

const progressOf = (schoolId: string, id: string) =>
  database().prisma.job.findFirstOrThrow({
    where: { schoolId, id },
    select: { status: true, done: true, total: true, failed: true, attempts: true },
  })

/** Has the job begun, kills its worker while it is in the middle, and lets another worker end it. */
async function killedInTheMiddle({ schoolId }: SchoolContext, jobId: string) {
  worker = startWorkerProcess()
  await expect
    .poll(async () => (await progressOf(schoolId, jobId)).done, { timeout: 60_000, interval: 5 })
    .toBeGreaterThan(1)
  await worker.kill()
  const cut = await progressOf(schoolId, jobId)
  expect(cut.status).toBe('running')
  expect(cut.done).toBeLessThan(cut.total)
  await silentMinute('jobs')
  worker = startWorkerProcess()
  await expect
    .poll(async () => (await progressOf(schoolId, jobId)).status, { timeout: 150_000, interval: 100 })
    .toBe('done')
  return { cut, end: await progressOf(schoolId, jobId) }
}

test('a roll-over whose worker is killed in the middle goes on where it stopped, and opens nobody twice', async () => {
  const students = 600
  const school = await bigYear(students)
  const rector = await contextFor(school, 'rector')
  const rolloverId = await plannedRollover(rector, school)
  const { version } = await readOneRollover.run(rector, { rolloverId })
  const { jobId } = await startRun.run(rector, { rolloverId, version })
  const { cut, end } = await killedInTheMiddle(rector, jobId)
  expect(end).toMatchObject({ failed: 0, attempts: 2 })
  // A portion that was written when the worker died, before it was counted, is not done again.
  expect(end.done).toBe(end.total)
  expect(end.total).toBeGreaterThanOrEqual(cut.total - 1)

  const { prisma } = database()
  const mine = { schoolId: school.id }
  const opened = await prisma.enrollment.findMany({
    where: { ...mine, schoolYearId: school.nextYearId },
    select: { studentId: true, _count: { select: { documents: true } } },
  })
  // One of forty is undecided and waits; of the eleventh grade who is promoted graduates.
  const graduated = await prisma.enrollment.count({ where: { ...mine, status: 'graduated' } })
  expect(new Set(opened.map(({ studentId }) => studentId)).size).toBe(opened.length)
  expect(opened.length + graduated + students / 40).toBe(students)
  expect(opened.every(({ _count }) => _count.documents > 0)).toBe(true)
  expect(await prisma.rolloverStudent.count({ where: { ...mine, rolloverId } })).toBe(students)
  const created = await prisma.auditLog.findMany({ where: { ...mine, action: 'enrollment.create' } })
  expect(created.length).toBe(opened.length)
  expect(await readOneRollover.run(rector, { rolloverId })).toMatchObject({
    status: 'done',
    results: { enrolled: opened.length, skipped: students / 40, failed: 0 },
  })
  expect(await checkHistory.run(rector, {})).toMatchObject({ fault: null })
}, 300_000)

test('an import of 1,000 rows whose worker is killed in the middle writes each row once', async () => {
  const rows = 1000
  const school = await testSchool()
  const secretary = await contextFor(school, 'secretary')
  const list = await workbook([studentHead, ...Array.from({ length: rows }, (_, index) => studentRow(index + 1))])
  const { importId, version } = await checkedImport(secretary, list, { target: { schoolYearId: school.nextYearId } })
  const { jobId } = await runImport.run(secretary, { importId, version, scope: 'good' })
  const { end } = await killedInTheMiddle(secretary, jobId)
  expect(end).toMatchObject({ failed: 0, attempts: 2, done: 10, total: 10 })

  expect(await readImported(secretary, importId)).toMatchObject({
    status: 'done',
    counts: { outcomes: { created: rows } },
  })
  const { prisma } = database()
  const mine = { where: { schoolId: school.id } }
  expect(await prisma.student.count(mine)).toBe(rows)
  expect(await prisma.enrollment.count(mine)).toBe(rows)
  expect(await checkHistory.run(await contextFor(school, 'rector'), {})).toMatchObject({ fault: null })
}, 300_000)
