import { retryJob } from '@/lib/domain/jobs/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(retryJob, { summary: 'Run what failed in a job again', tags: ['jobs'] })
