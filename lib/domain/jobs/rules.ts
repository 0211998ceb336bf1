import type { JobRow, JobStatus } from './schema'

/** Whether running a job again could do anything: it failed as a whole, or some of its items did. */
export function canRetry(job: { status: JobStatus; failed: number }): boolean {
  return job.status === 'failed' || (job.status === 'done' && job.failed > 0)
}

export type JobState = JobStatus | 'partly'

/** Done, but not everything in it worked. */
export const jobState = ({ status, failed }: Pick<JobRow, 'status' | 'failed'>): JobState =>
  status === 'done' && failed > 0 ? 'partly' : status
