import { takeList } from '@/lib/domain/attendance/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(takeList, {
  summary: 'Take a roll call: everybody present but for the marks that are sent',
  tags: ['attendance'],
})
