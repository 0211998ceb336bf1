import { saveComment } from '@/lib/domain/gradebook/comments/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(saveComment, {
  summary: 'Save words about a student in a course and period',
  description: '`version` 0 for words that are not there yet; blank `text` takes them away.',
  tags: ['gradebook'],
})
