import { listAudit } from '@/lib/domain/audit/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listAudit, {
  summary: 'Everything that happened in the school, newest first',
  tags: ['audit'],
})
