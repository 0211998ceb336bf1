import { PgBoss } from 'pg-boss'
import type { SchoolContext } from './context'
import { database } from './db/client'
import { rowsWithin } from './db/rows'
import { type TenantClient, type Transaction, tenantClient } from './db/tenant'
import { AppError } from './errors'
import { explain } from './explain'
import { registeredJobs } from './job'
import { log } from './log'
import { deliverMail } from './mail'
import { mintForJob } from './mint'
import { notify } from './notify'
import { type MailMessage, queueMail } from './outbox'
import { type PlatformMessage, registeredPlatformJobs, runPlatformJob } from './platform-job'
import { jobProgress } from './progress'
import { queueSchema } from './queues'
import { report } from './report'
import { systemMeta } from './request'

type JobMessage = { schoolId: string; jobId: string }

const boardOf = (schoolId: string) => (tenantClient(schoolId) as unknown as TenantClient).job

/**
 * A right that is taken, or a visit that is over, stops work under way at its next item.
 * @throws AppError forbidden; not_found once the school is closed
 */
async function refuseChanged(began: SchoolContext, now: Promise<SchoolContext>): Promise<void> {
  const { permissions, support } = await now
  const lost = [...began.permissions].some((permission) => !permissions.has(permission))
  if (lost || support?.grantId !== began.support?.grantId) throw new AppError('forbidden')
}

/** Runs one job's row. What throws goes back to the queue, which tries again and at last puts it aside. */
export async function runJob({ schoolId, jobId }: JobMessage): Promise<void> {
  const board = boardOf(schoolId)
  const row = await board.findFirst({ where: { id: jobId } })
  if (!row || row.status === 'done') return
  const began = performance.now()
  const meta = { ...systemMeta(), requestId: row.requestId }
  const definition = registeredJobs().get(row.name)
  await board.updateMany({
    where: { id: jobId },
    data: { status: 'running', startedAt: new Date(), attempts: { increment: 1 }, lastError: null },
  })
  try {
    if (!definition) throw new Error(`no job is called ${row.name}`)
    const mint = () => mintForJob(schoolId, row.createdBy, row.name, meta)
    const ctx = await mint()
    const say = new Map<AppError, string>()
    const progress = await jobProgress(ctx, jobId, (error) => say.get(error) ?? error.message)
    await definition.run({
      ctx,
      input: definition.input.parse(row.input),
      progress: {
        ...progress,
        item: async (key, label, work) => {
          await refuseChanged(ctx, mint())
          await progress.item(key, label, async () => {
            try {
              return await work()
            } catch (error) {
              if (error instanceof AppError) say.set(error, (await explain(error, ctx.locale, ctx.requestId)).message)
              throw error
            }
          })
        },
      },
    })
    await board.updateMany({ where: { id: jobId }, data: { status: 'done', finishedAt: new Date() } })
    await told(schoolId, jobId, 'jobDone')
    report('job', row.name, began, ctx)
  } catch (error) {
    const said = await explain(error, 'es', row.requestId)
    await board.updateMany({
      where: { id: jobId },
      data: { status: 'failed', lastError: said.message, finishedAt: new Date() },
    })
    await told(schoolId, jobId, 'jobFailed')
    report('job', row.name, began, null, error)
    throw error
  }
}

/**
 * Whoever asked for the work hears what became of it. Work that has no title of its own is nobody's business, and one single
 * thing that went well, as the printing of a certificate, is seen where it was asked for.
 */
async function tellStarter(schoolId: string, jobId: string, kind: 'jobDone' | 'jobFailed'): Promise<void> {
  const row = await boardOf(schoolId).findFirst({ where: { id: jobId } })
  if (!row?.createdBy || row.title === row.name) return
  const { createdBy, title, failed, total } = row
  if (kind === 'jobDone' && total <= 1 && failed === 0) return
  const ctx = await mintForJob(schoolId, null, row.name, { ...systemMeta(), requestId: row.requestId })
  await tenantClient(schoolId).$transaction(async (client) => {
    const tx = client as unknown as Transaction
    const mail = (message: MailMessage) => queueMail(tx, ctx, message)
    const notice = { kind, users: [createdBy], data: { title, failed }, path: `settings/jobs/${jobId}` }
    await notify({ db: tx, rows: rowsWithin(tx, schoolId), ctx, mail }, notice)
  })
}

/** A word that gets lost does not make the work undone. */
const told = (...about: Parameters<typeof tellStarter>) =>
  tellStarter(...about).catch((error: unknown) => log().warn({ event: 'job.untold', jobId: about[1], error }))

/** Rows that nobody needs any more; runs once a day. */
async function upkeep(): Promise<void> {
  const { pool } = database()
  await pool.query("delete from auth_sessions where expires_at < now() - interval '30 days'")
  await pool.query("delete from user_tokens where expires_at < now() - interval '30 days'")
  await pool.query('delete from rate_limits where expire < extract(epoch from now()) * 1000')
  await pool.query("delete from notifications where at < now() - interval '180 days'")
  await pool.query("delete from idempotency_keys where created_at < now() - interval '30 days'")
}

/** Starts working the queues. @returns what stops it: no new work, what is under way is finished */
export async function startWorker(): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    schema: queueSchema,
    // As it comes: a text of several statements answers a list, which pg-boss takes apart itself.
    db: { executeSql: (text, values) => database().pool.query(text, values) },
    migrate: false,
    createSchema: false,
    supervise: true,
    schedule: true,
  })
  boss.on('error', (error) => log().error({ event: 'queue.error', message: error.message }))
  await boss.start()
  const alone = { pollingIntervalSeconds: 1, batchSize: 1 }
  /**
   * One message after the other until the queue is empty, and then a look every second. A message comes alone, never in a
   * batch: one that fails is tried again by itself, and the others are not claimed while one takes hours.
   */
  const drain = async <T>(name: string, work: (data: T) => Promise<void>) => {
    let worker = ''
    worker = await boss.work<T>(name, alone, async ([message]) => {
      boss.notifyWorker(worker)
      if (message) await work(message.data)
    })
  }
  await drain<JobMessage>('jobs', runJob)
  // One a second: what a mail server takes from one sender without asking.
  await boss.work<{ schoolId: string | null; mailId: string }>('mail', alone, async ([message]) => {
    if (message) await deliverMail(message.data)
  })
  await drain<PlatformMessage>('platform', runPlatformJob)
  await boss.work('upkeep', { pollingIntervalSeconds: 30 }, upkeep)
  const tz = 'America/Bogota'
  await boss.schedule('upkeep', '15 3 * * *', {}, { tz })
  for (const { name, schedule } of registeredPlatformJobs().values())
    if (schedule) await boss.schedule('platform', schedule, { name, input: {} }, { tz, key: name })
  log().info({ event: 'worker.started' })
  return async () => {
    await boss.stop({ graceful: true, timeout: 30_000 })
    log().info({ event: 'worker.stopped' })
  }
}
