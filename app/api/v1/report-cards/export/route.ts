import { exportCardOverview } from '@/lib/domain/report-cards/batch/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportCardOverview, {
  summary: "How far each group's report cards are, as a file",
  tags: ['report-cards'],
  ...tableAnswer,
})
