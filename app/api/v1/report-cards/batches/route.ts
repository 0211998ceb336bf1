import { issueGroups } from '@/lib/domain/report-cards/batch/start/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(issueGroups, {
  summary: 'Start issuing the report cards of groups',
  tags: ['report-cards'],
  status: 202,
})
