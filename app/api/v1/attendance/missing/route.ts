import { listMissingRolls } from '@/lib/domain/attendance/missing/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listMissingRolls, {
  summary: 'Own lessons of the last week without a roll call',
  tags: ['attendance'],
})
