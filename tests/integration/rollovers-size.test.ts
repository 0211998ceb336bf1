import { expect, it } from 'vitest'
import { readOneRollover, tryRollover } from '@/lib/domain/rollovers/queries'
import { startRun, startUndo } from '@/lib/domain/rollovers/start/commands'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { bigYear, plannedRollover } from '../support/big-year'
import { contextFor } from '../support/context'
import { runQueued } from '../support/worker'

const STUDENTS = 2000

const seconds = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

async function run(rector: SchoolContext, rolloverId: string, start: typeof startRun | typeof startUndo) {
  const { version } = await readOneRollover.run(rector, { rolloverId })
  await start.run(rector, { rolloverId, version })
  expect((await runQueued()).failures).toEqual([])
}

it(`takes ${STUDENTS} students along within a minute, twice in a row without one double`, {
  timeout: 180_000,
}, async () => {
  const school = await bigYear(STUDENTS)
  const rector = await contextFor(school, 'rector')
  const id = await plannedRollover(rector, school)
  const enrolled = () =>
    database().prisma.enrollment.count({ where: { schoolId: school.id, schoolYearId: school.nextYearId } })
  const trial = await seconds(() => tryRollover.run(rector, { rolloverId: id }))
  const first = await seconds(() => run(rector, id, startRun))
  const count = await enrolled()
  const again = await seconds(() => run(rector, id, startRun))
  expect(await enrolled()).toBe(count)
  const { results } = await readOneRollover.run(rector, { rolloverId: id })
  expect(results.enrolled).toBe(count)
  expect(results.done + results.skipped).toBe(STUDENTS)
  const undo = await seconds(() => run(rector, id, startUndo))
  expect(await enrolled()).toBe(0)
  console.log(
    `${STUDENTS} students: test run ${trial.toFixed(1)} s, run ${first.toFixed(1)} s (${count} enrollments), again ${again.toFixed(1)} s, undo ${undo.toFixed(1)} s`,
  )
  expect(first).toBeLessThan(60)
  expect(again).toBeLessThan(60)
})
