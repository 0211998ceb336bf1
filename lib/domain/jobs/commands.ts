import type { Transaction } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { requeueJob } from '@/lib/platform/job'
import { command, done } from '@/lib/platform/operation'
import { jobReaders, visibleJobs } from './policy'
import { canRetry } from './rules'
import { type JobStatus, oneJobInput } from './schema'

/** Runs what failed once more; items that are done stay done. @throws AppError not_allowed_now when nothing has failed */
export const retryJob = command({
  name: 'jobs.retry',
  permission: jobReaders,
  input: oneJobInput,
  output: done,
  run: async ({ db, ctx, input: { jobId }, audit }) => {
    const job = await db.job.findFirst({
      where: { id: jobId, ...visibleJobs(ctx) },
      select: { name: true, status: true, failed: true },
    })
    if (!job) throw new AppError('not_found')
    if (!canRetry({ status: job.status as JobStatus, failed: job.failed }))
      throw new AppError('not_allowed_now', { reason: 'jobs.refusal.nothingFailed' })
    const { count } = await db.job.updateMany({
      where: { id: jobId, status: job.status },
      data: { status: 'queued', lastError: null, finishedAt: null },
    })
    if (count === 0) throw new AppError('conflict')
    await requeueJob(db as Transaction, ctx, jobId)
    audit({ action: 'job.retry', entity: 'job', entityId: jobId, after: { name: job.name } })
    return { ok: true as const }
  },
})
