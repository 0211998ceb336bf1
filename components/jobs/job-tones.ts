import type { Tone } from '@/components/ui/tone'
import type { JobState } from '@/lib/domain/jobs/rules'

export const jobTones: Record<JobState, Tone> = {
  queued: 'info',
  running: 'accent',
  done: 'ok',
  partly: 'warning',
  failed: 'danger',
}
