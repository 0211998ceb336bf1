import { exportReviewQueue } from '@/lib/domain/enrollments/documents/review/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportReviewQueue, {
  summary: 'What waits for a review, as a file',
  tags: ['documents'],
  ...tableAnswer,
})
