import type { PlatformDb } from '@/lib/platform/db/platform'
import { databaseState, oldestWaiting } from '@/lib/platform/db/state'
import { storeAnswers } from '@/lib/platform/health'
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

/** The jobs that failed, newest first: an index of those alone answers. */
async function failedJobs(db: PlatformDb) {
  const rows = await db.job.findMany({
    where: { OR: [{ status: 'failed' }, { failed: { gt: 0 } }] },
    orderBy: { createdAt: 'desc' },
    take: 100,
    select: { ...jobColumns, school: { select: { slug: true, name: true } } },
  })
  return rows.map(({ school, ...row }) => ({ ...toJob(row), school }))
}

/** What failed in all schools, and how the queues stand. */
export const platformJobsOverview = platformQuery({
  scope: 'platform',
  name: 'jobs.platform',
  permission: 'manage:schools',
  input: nothing,
  output: platformJobs,
  run: async ({ db }) => {
    const [failed, queues] = await Promise.all([failedJobs(db), queueStates()])
    return { failed, queues }
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
  const rows = await db.schoolFigures.findMany({
    where: { storageBytes: { gt: 0 } },
    orderBy: { storageBytes: 'desc' },
    select: { schoolId: true, storageBytes: true, school: { select: { name: true } } },
  })
  const sizes = rows.map(({ schoolId, storageBytes, school }) => ({
    schoolId,
    name: school.name,
    bytes: Number(storageBytes),
  }))
  return { bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0), largest: sizes.slice(0, 5) }
}

/** How the platform is: queues, mails, store and database, from what each says of itself. */
export const platformHealth = platformQuery({
  scope: 'platform',
  name: 'jobs.health',
  permission: 'manage:schools',
  input: nothing,
  output: health,
  run: async ({ db }) => {
    const [states, oldest, mails, storage, store, database, failed] = await Promise.all([
      queueStates(),
      oldestWaiting(),
      mailsOfDay(db),
      storageOf(db),
      storeAnswers(),
      databaseState(),
      failedJobs(db),
    ])
    const state = {
      queues: states.map((one) => ({
        ...one,
        oldestMinutes: oldest.get(one.name) ?? null,
        canRetry: deadQueues.some((name) => name === one.name),
      })),
      mails,
      storage: { answers: store, ...storage },
      database,
      failed,
    }
    return { ...state, attention: attentionOf(state) }
  },
})
