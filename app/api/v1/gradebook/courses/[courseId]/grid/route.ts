import { readGrid } from '@/lib/domain/gradebook/scores/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readGrid, {
  summary: 'Read the score grid of a course in a period',
  description: '`students[].scores[i]` belongs to `activities[i]`.',
  tags: ['gradebook'],
})
