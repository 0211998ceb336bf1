import { runningJobs } from '@/lib/domain/jobs/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(runningJobs, { summary: 'Count the jobs that wait or run', tags: ['jobs'] })
