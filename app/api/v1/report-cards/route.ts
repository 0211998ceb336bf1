import { cardOverview } from '@/lib/domain/report-cards/batch/queries'
import { issueCard } from '@/lib/domain/report-cards/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(cardOverview, { summary: 'Report cards of a period by group', tags: ['report-cards'] })
export const POST = endpoint(issueCard, {
  summary: 'Issue the report card of a student',
  tags: ['report-cards'],
  status: 201,
})
