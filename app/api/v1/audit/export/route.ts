import { exportAudit } from '@/lib/domain/audit/commands'
import { download } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportAudit, {
  summary: 'The filtered history as a spreadsheet',
  tags: ['audit'],
  respond: download,
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
