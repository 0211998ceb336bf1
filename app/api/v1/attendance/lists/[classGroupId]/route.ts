import { readRoll } from '@/lib/domain/attendance/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readRoll, {
  summary: 'Read the roll call of a group: of a day (lesson 0) or of one of its lessons',
  tags: ['attendance'],
})
