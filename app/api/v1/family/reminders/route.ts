import { remind } from '@/lib/domain/families/reminders/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(remind, {
  summary: 'Start reminding families whose papers are missing',
  tags: ['families'],
  status: 202,
})
