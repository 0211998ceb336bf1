import { expect, it } from 'vitest'
import { retryDead } from '@/lib/domain/jobs/platform/commands'
import { platformHealth } from '@/lib/domain/jobs/platform/queries'
import { database } from '@/lib/platform/db/client'
import { queue } from '@/lib/platform/queue'
import { platformContext } from '@/tests/support/context'
import { newId } from '@/tests/support/ids'
import { testSchool } from '@/tests/support/school'
import { runQueued } from '@/tests/support/worker'

it('says how queues, store and database are, and what somebody should look at', async () => {
  const platform = await platformContext()
  const before = await platformHealth.run(platform, {})
  expect(before.queues.map(({ name }) => name)).toEqual(['jobs', 'mail', 'platform', 'upkeep'])
  expect(before.storage.answers).toBe(true)
  expect(before.database.connections).toBeGreaterThan(0)
  expect(before.database.connections).toBeLessThanOrEqual(before.database.mostConnections)
  expect(before.database.sizeBytes).toBeGreaterThan(1_000_000)
  expect(before.attention).not.toContain('store')
})

it('puts dead letters back into their queue, where they are done', async () => {
  const school = await testSchool()
  const platform = await platformContext()
  const jobId = newId()
  await database().prisma.job.create({
    data: {
      ...{ schoolId: school.id, id: jobId, name: 'nobody.knows', title: 'Algo', input: {}, requestId: 'x' },
      createdBy: school.members.rector.userId,
    },
  })
  const boss = await queue()
  await boss.send('jobs', { schoolId: school.id, jobId }, { retryLimit: 0 })
  await runQueued()
  // Moving to the dead letters is part of failing for the last time.
  const dead = async () => (await platformHealth.run(platform, {})).queues.find(({ name }) => name === 'jobs')?.dead
  const counted = () => database().pool.query("select 1 from pgboss.job where name = 'jobs-dead' and state = 'created'")
  expect((await counted()).rowCount).toBe(1)
  expect((await platformHealth.run(platform, {})).attention).toContain('jobs')
  expect(await retryDead.run(platform, { queue: 'jobs' })).toEqual({ count: 1 })
  expect((await counted()).rowCount).toBe(0)
  await database().prisma.job.updateMany({ where: { schoolId: school.id, id: jobId }, data: { status: 'done' } })
  expect(await runQueued()).toMatchObject({ done: 1, failures: [] })
  expect(await retryDead.run(platform, { queue: 'jobs' })).toEqual({ count: 0 })
  expect(await dead()).toBe(0)
})
