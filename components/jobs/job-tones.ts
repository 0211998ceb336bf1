import type { Tone } from '@/components/ui/tone'
import type { JobRow } from '@/lib/domain/jobs/schema'

export type JobState = JobRow['status'] | 'partly'

/** Done, but not everything in it worked. */
export const jobState = ({ status, failed }: Pick<JobRow, 'status' | 'failed'>): JobState =>
  status === 'done' && failed > 0 ? 'partly' : status

export const jobTones: Record<JobState, Tone> = {
  queued: 'info',
  running: 'accent',
  done: 'ok',
  partly: 'warning',
  failed: 'danger',
}
