import { scoreHistoryOf } from '@/lib/domain/gradebook/scores/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(scoreHistoryOf, {
  summary: 'Every value that a score has had, the newest first',
  tags: ['gradebook'],
})
