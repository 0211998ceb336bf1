import { expect, test } from 'vitest'
import { remind } from '@/lib/domain/families/reminders/commands'
import { retryJob } from '@/lib/domain/jobs/commands'
import { platformJobsOverview } from '@/lib/domain/jobs/platform/queries'
import { readJob } from '@/lib/domain/jobs/queries'
import { database } from '@/lib/platform/db/client'
import { queues } from '@/lib/platform/queues'
import { contextFor, platformContext } from '@/tests/support/context'
import { addEnrollment } from '@/tests/support/enrollment'
import { addGuardian, addStudent } from '@/tests/support/family'
import { mailsOf } from '@/tests/support/outbox'
import { type TestSchool, testSchool } from '@/tests/support/school'
import { runQueued } from '@/tests/support/worker'

async function familyOf(school: TestSchool, email?: null) {
  const { id } = await addStudent(school)
  const guardian = await addGuardian(school, { of: [id], ...(email === null ? { email } : {}) })
  await addEnrollment(school, { studentId: id })
  return guardian
}

test('what failed is tried once more when its cause is mended, and nothing is done twice', async () => {
  const school = await testSchool()
  const ctx = await contextFor(school, 'secretary')
  await familyOf(school)
  const mute = await familyOf(school, null)
  const { jobId } = await remind.run(ctx, {})
  await runQueued()
  expect(await readJob.run(ctx, { jobId })).toMatchObject({ status: 'done', done: 1, failed: 1, canRetry: true })

  const where = { schoolId_id: { schoolId: school.id, id: mute.id } }
  await database().prisma.guardian.update({ where, data: { email: 'ya@example.com' } })
  await retryJob.run(ctx, { jobId })
  expect((await runQueued()).failures).toEqual([])
  expect(await readJob.run(ctx, { jobId })).toMatchObject({ status: 'done', done: 2, failed: 0, canRetry: false })
  expect(await mailsOf(school, { template: 'family_reminder' })).toHaveLength(2)
  await expect(retryJob.run(ctx, { jobId })).rejects.toMatchObject({
    details: { reason: 'jobs.refusal.nothingFailed' },
  })
})

test('a job that always throws is put aside after its attempts, and the platform sees whose it was', async () => {
  const school = await testSchool()
  const ctx = await contextFor(school, 'secretary')
  await familyOf(school)
  const { jobId } = await remind.run(ctx, {})
  await database().prisma.job.updateMany({ where: { id: jobId }, data: { name: 'nobody.knows' } })
  const attempts = 1 + queues.find(({ name }) => name === 'jobs')!.retryLimit
  for (let attempt = 1; attempt <= attempts; attempt++) {
    // Its pause is over.
    await database().pool.query("update pgboss.job set start_after = now() where name = 'jobs' and state = 'retry'")
    expect((await runQueued()).failures, `attempt ${attempt}`).toHaveLength(1)
  }
  expect((await runQueued()).done).toBe(0)
  const dead = await database().pool.query("select data from pgboss.job where name = 'jobs-dead'")
  expect(dead.rows).toEqual([{ data: { schoolId: school.id, jobId } }])
  const job = await readJob.run(ctx, { jobId })
  expect(job).toMatchObject({ status: 'failed', attempts, canRetry: true })
  expect(job.lastError).not.toContain('nobody.knows')
  const { failed } = await platformJobsOverview.run(await platformContext(), {})
  expect(failed.find(({ id }) => id === jobId)?.school.slug).toBe(school.slug)
})
