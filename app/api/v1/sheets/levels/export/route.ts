import { exportLevels } from '@/lib/domain/sheets/commands'
import { download } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportLevels, {
  summary: 'Marks by national level, as a spreadsheet',
  tags: ['sheets'],
  respond: download,
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
