import { readWords } from '@/lib/domain/gradebook/comments/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readWords, {
  summary: 'Read comments, achievements and phrases of a course in a period',
  tags: ['gradebook'],
})
