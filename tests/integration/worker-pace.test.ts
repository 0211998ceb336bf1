import { expect, it } from 'vitest'
import { countAllJob } from '@/lib/domain/schools/figures/jobs'
import { listStudents } from '@/lib/domain/students/queries'
import { database } from '@/lib/platform/db/client'
import { startWorker } from '@/lib/platform/worker'
import { contextFor } from '../support/context'
import { addStudent } from '../support/family'
import { ownerClient } from '../support/rows'
import { type TestSchool, testSchool } from '../support/school'

const SCHOOLS = 40

/** Milliseconds that a page's read takes while `busy`, in the middle and at the slow end. */
async function reading(read: () => Promise<unknown>, busy: () => boolean) {
  const times: number[] = []
  do {
    const began = performance.now()
    await read()
    times.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, 5))
  } while (busy() && times.length < 5000)
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] as number).toFixed(1)
  return `median ${at(0.5)} ms, 95 % ${at(0.95)} ms`
}

it(`counts ${SCHOOLS} schools one after the other without waiting for the clock, and leaves room for who works`, {
  timeout: 120_000,
}, async () => {
  const schools: TestSchool[] = []
  for (let n = 0; n < SCHOOLS; n += 1) schools.push(await testSchool())
  const [school] = schools
  for (let n = 0; n < 50; n += 1) await addStudent(school!)
  const secretary = await contextFor(school!, 'secretary')
  const read = () => listStudents.run(secretary, { limit: 50 })
  for (let n = 0; n < 50; n += 1) await read()
  let quiet = 200
  const idle = await reading(read, () => --quiet > 0)

  await countAllJob.run({})
  const stop = await startWorker()
  const counted = () =>
    database().prisma.schoolFigures.count({ where: { schoolId: { in: schools.map(({ id }) => id) } } })
  let busy = true
  const meanwhile = reading(read, () => busy)
  const began = performance.now()
  await expect.poll(counted, { timeout: 60_000, interval: 20 }).toBe(SCHOOLS)
  const seconds = (performance.now() - began) / 1000
  busy = false
  console.info(
    `${SCHOOLS} schools in ${seconds.toFixed(1)} s (${(SCHOOLS / seconds).toFixed(0)} a second); a list of students: ${await meanwhile}, alone ${idle}`,
  )
  await stop()
  const left = await (await ownerClient()).query(
    "select count(*)::int as n from pgboss.job where name = 'platform' and state in ('created', 'retry', 'active', 'failed')",
  )
  expect(left.rows).toEqual([{ n: 0 }])
  expect(seconds).toBeLessThan(SCHOOLS / 2)
})
