import type { PlatformDb } from '@/lib/platform/db/platform'
import { databaseState, oldestWaiting } from '@/lib/platform/db/state'
import { readiness } from '@/lib/platform/health'
import { nothing, platformQuery } from '@/lib/platform/operation'
import { queue } from '@/lib/platform/queue'
import { queues } from '@/lib/platform/queues'
import { platformJobs } from '../schema'
import { jobColumns, toJob } from '../steps'
import { attentionOf } from './rules'
import { deadQueues, health } from './schema'

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

async function mailsOfDay(db: PlatformDb) {
  const day = new Date(Date.now() - 86_400_000)
  const rows = await db.platformMail.groupBy({ by: ['status'], where: { createdAt: { gt: day } }, _count: true })
  const of = (status: string) => rows.find((row) => row.status === status)?._count ?? 0
  return { queued: of('queued'), sent: of('sent'), kept: of('kept'), failed: of('failed') }
}

/** What the schools keep in the store, as their last counts have it: a small row for each, never their files. */
async function storageOf(db: PlatformDb) {
  const [sum, largest] = await Promise.all([
    db.schoolFigures.aggregate({ _sum: { storageBytes: true } }),
    db.schoolFigures.findMany({
      orderBy: { storageBytes: 'desc' },
      take: 5,
      where: { storageBytes: { gt: 0 } },
      select: { schoolId: true, storageBytes: true, school: { select: { name: true } } },
    }),
  ])
  return {
    bytes: Number(sum._sum.storageBytes ?? 0),
    largest: largest.map(({ schoolId, storageBytes, school }) => ({
      schoolId,
      name: school.name,
      bytes: Number(storageBytes),
    })),
  }
}

/** How the platform is: queues, mails, store and database, from what each says of itself. */
export const platformHealth = platformQuery({
  scope: 'platform',
  name: 'jobs.health',
  permission: 'manage:schools',
  input: nothing,
  output: health,
  run: async ({ db }) => {
    const [states, oldest, mails, storage, ready, database] = await Promise.all([
      queueStates(),
      oldestWaiting(),
      mailsOfDay(db),
      storageOf(db),
      readiness(),
      databaseState(),
    ])
    const state = {
      queues: states.map((one) => ({
        ...one,
        oldestMinutes: oldest.get(one.name) ?? null,
        canRetry: deadQueues.some((name) => name === one.name),
      })),
      mails,
      storage: { answers: ready.store === 'up', ...storage },
      database,
    }
    return { ...state, attention: attentionOf(state) }
  },
})
