import type { SchoolContext } from './context'
import { type TenantClient, tenantClient } from './db/tenant'
import { AppError } from './errors'

export type JobProgress = {
  /** How many items there will be. */
  total(count: number): Promise<void>
  /** How many are still to do, for work that lists only those: what an earlier run has done counts on top. */
  left(count: number): Promise<void>
  /**
   * Does one item unless an earlier run has done it. A refusal is written down with its reason and the next item goes on;
   * a database that is away ends the run, so that the whole job is tried again later.
   */
  item(key: string, label: string, work: () => Promise<unknown>): Promise<void>
}

export async function jobProgress(
  ctx: SchoolContext,
  jobId: string,
  explain: (error: AppError) => string,
): Promise<JobProgress> {
  const db = tenantClient(ctx.schoolId) as unknown as TenantClient
  const earlier = await db.jobItem.findMany({ where: { jobId, status: 'done' }, select: { key: true } })
  const done = new Set(earlier.map((item) => item.key))
  const count = async () => {
    const [finished, failed] = await Promise.all([
      db.jobItem.count({ where: { jobId, status: 'done' } }),
      db.jobItem.count({ where: { jobId, status: 'failed' } }),
    ])
    await db.job.updateMany({ where: { id: jobId }, data: { done: finished, failed } })
  }
  const write = async (key: string, label: string, status: 'done' | 'failed', error: string | null) => {
    const values = { label: label.slice(0, 255), status, error, at: new Date() }
    await db.jobItem.upsert({
      where: { schoolId_jobId_key: { schoolId: ctx.schoolId, jobId, key } },
      create: { schoolId: ctx.schoolId, jobId, key, ...values },
      update: values,
    })
    await count()
  }
  const total = async (count: number) => {
    await db.job.updateMany({ where: { id: jobId }, data: { total: count } })
  }
  return {
    total,
    left: (count) => total(done.size + count),
    async item(key, label, work) {
      if (done.has(key)) return
      try {
        await work()
        await write(key, label, 'done', null)
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'unavailable') throw error
        await write(key, label, 'failed', explain(error).slice(0, 500))
      }
    },
  }
}
