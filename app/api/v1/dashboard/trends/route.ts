import { readTrends } from '@/lib/domain/dashboard/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readTrends, {
  summary: 'Enrollments and accepted papers, week by week',
  tags: ['dashboard'],
})
