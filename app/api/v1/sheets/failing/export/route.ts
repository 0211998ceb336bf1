import { exportFailing } from '@/lib/domain/sheets/commands'
import { download } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportFailing, {
  summary: 'Who is failing, as a spreadsheet',
  tags: ['sheets'],
  respond: download,
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
