import { AppError } from '@/lib/platform/errors'
import { olderThan } from '@/lib/platform/older-than'
import { nothing, query } from '@/lib/platform/operation'
import { encodeCursor } from '@/lib/shared/cursor'
import { jobReaders, visibleJobs } from './policy'
import { canRetry } from './rules'
import { jobDetail, jobPage, listJobsInput, oneJobInput, runningCount } from './schema'
import { countRunning } from './sql'
import { jobColumns, toJob } from './steps'

/** How much background work waits or runs, for the ring in the top bar. */
export const runningJobs = query({
  name: 'jobs.running',
  permission: jobReaders,
  input: nothing,
  output: runningCount,
  run: async ({ sql, ctx }) => ({ running: await countRunning({ ctx, sql }) }),
})

/** Background work, the newest first. */
export const listJobs = query({
  name: 'jobs.list',
  permission: jobReaders,
  input: listJobsInput,
  output: jobPage,
  run: async ({ db, ctx, input: { status, cursor, limit } }) => {
    const rows = await db.job.findMany({
      where: { ...visibleJobs(ctx), ...(status ? { status } : {}), ...olderThan('createdAt', cursor) },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      select: jobColumns,
    })
    const items = rows.slice(0, limit).map(toJob)
    const last = items.at(-1)
    return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.createdAt, last.id]) : null }
  },
})

/** One job with what became of each of its items. */
export const readJob = query({
  name: 'jobs.read',
  permission: jobReaders,
  input: oneJobInput,
  output: jobDetail,
  run: async ({ db, ctx, input: { jobId } }) => {
    const [row, items] = await Promise.all([
      db.job.findFirst({ where: { id: jobId, ...visibleJobs(ctx) }, select: jobColumns }),
      db.jobItem.findMany({
        where: { jobId },
        orderBy: [{ status: 'desc' }, { at: 'asc' }],
        take: 500,
        select: { id: true, label: true, status: true, error: true, at: true },
      }),
    ])
    if (!row) throw new AppError('not_found')
    const job = toJob(row)
    return {
      ...job,
      canRetry: canRetry(job),
      items: items.map(({ status, at, ...item }) => ({
        ...item,
        status: status === 'failed' ? ('failed' as const) : ('done' as const),
        at: at.toISOString(),
      })),
    }
  },
})
