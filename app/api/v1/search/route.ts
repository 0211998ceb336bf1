import { searchPeople } from '@/lib/domain/search/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(searchPeople, {
  summary: 'Students and guardians by name or number, at most ten',
  tags: ['search'],
})
