import { exportAudit } from '@/lib/domain/audit/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportAudit, {
  summary: 'The filtered history as a spreadsheet',
  tags: ['audit'],
  ...tableAnswer,
})
