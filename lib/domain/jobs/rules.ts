import type { JobStatus } from './schema'

/** Whether running a job again could do anything: it failed as a whole, or some of its items did. */
export function canRetry(job: { status: JobStatus; failed: number }): boolean {
  return job.status === 'failed' || (job.status === 'done' && job.failed > 0)
}
