import { platformJobsOverview } from '@/lib/domain/jobs/platform/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(platformJobsOverview, {
  summary: 'What failed in all schools, and the queues',
  tags: ['admin'],
})
