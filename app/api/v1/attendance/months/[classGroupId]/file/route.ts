import { exportMonth } from '@/lib/domain/attendance/month/queries'
import { download } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportMonth, {
  summary: "A group's month as a spreadsheet or CSV file",
  tags: ['attendance'],
  respond: download,
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
