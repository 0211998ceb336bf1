import { compareRecords } from '@/lib/domain/merges/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(compareRecords, {
  summary: 'Two records side by side, with what hangs on each',
  tags: ['merges'],
})
