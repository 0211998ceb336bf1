import { exportGroupSheet } from '@/lib/domain/sheets/commands'
import { download } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportGroupSheet, {
  summary: 'A group’s sheet as a spreadsheet',
  tags: ['sheets'],
  respond: download,
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
