import { nothing, platformQuery } from '@/lib/platform/operation'
import { queue } from '@/lib/platform/queue'
import { queues } from '@/lib/platform/queues'
import { platformJobs } from '../schema'
import { jobColumns, toJob } from '../steps'

async function queueStates() {
  const boss = await queue()
  const known = await boss.getQueues(queues.map(({ name }) => name))
  const waitingIn = (name: string | undefined) => known.find((one) => one.name === name)?.queuedCount ?? 0
  return queues
    .filter(({ name }) => !name.endsWith('-dead'))
    .map(({ name, deadLetter }) => ({
      name,
      waiting: waitingIn(name),
      running: known.find((one) => one.name === name)?.activeCount ?? 0,
      dead: waitingIn(deadLetter),
    }))
}

/** What failed in all schools, and how the queues stand. */
export const platformJobsOverview = platformQuery({
  scope: 'platform',
  name: 'jobs.platform',
  permission: 'manage:schools',
  input: nothing,
  output: platformJobs,
  run: async ({ db }) => {
    const [rows, states] = await Promise.all([
      db.job.findMany({
        where: { OR: [{ status: 'failed' }, { failed: { gt: 0 } }] },
        orderBy: { createdAt: 'desc' },
        take: 100,
        select: { ...jobColumns, school: { select: { slug: true, name: true } } },
      }),
      queueStates(),
    ])
    return { failed: rows.map(({ school, ...row }) => ({ ...toJob(row), school })), queues: states }
  },
})
