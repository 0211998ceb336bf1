import { historyOfRecord } from '@/lib/domain/audit/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(historyOfRecord, {
  summary: 'What happened to one student, guardian or enrollment, newest first',
  tags: ['audit'],
})
