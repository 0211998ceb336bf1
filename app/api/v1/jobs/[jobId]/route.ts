import { readJob } from '@/lib/domain/jobs/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readJob, { summary: 'Read one job with its items', tags: ['jobs'] })
