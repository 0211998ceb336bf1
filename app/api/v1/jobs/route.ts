import { listJobs } from '@/lib/domain/jobs/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listJobs, { summary: 'List background work', tags: ['jobs'] })
