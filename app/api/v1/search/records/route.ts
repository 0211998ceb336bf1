import { searchRecords } from '@/lib/domain/search/records/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(searchRecords, {
  summary: 'Groups, courses, colleagues and issued papers by name or number',
  tags: ['search'],
})
