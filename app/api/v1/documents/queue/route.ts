import { readReviewQueue } from '@/lib/domain/enrollments/documents/review/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readReviewQueue, {
  summary: 'List what waits for a reviewer, oldest first',
  tags: ['documents'],
})
