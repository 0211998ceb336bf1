import { nothing, query } from '@/lib/platform/operation'
import { jobReaders, visibleJobs } from './policy'
import { runningCount } from './schema'

/** How much background work waits or runs, for the ring in the top bar. */
export const runningJobs = query({
  name: 'jobs.running',
  permission: jobReaders,
  input: nothing,
  output: runningCount,
  run: async ({ db, ctx }) => ({
    running: await db.job.count({ where: { status: { in: ['queued', 'running'] }, ...visibleJobs(ctx) } }),
  }),
})
