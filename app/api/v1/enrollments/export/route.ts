import { exportEnrollments } from '@/lib/domain/enrollments/commands'
import { download } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportEnrollments, {
  summary: 'The filtered list as a spreadsheet or CSV file',
  tags: ['enrollments'],
  respond: download,
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
