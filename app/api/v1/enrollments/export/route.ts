import { exportEnrollments } from '@/lib/domain/enrollments/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportEnrollments, {
  summary: 'The filtered list as a spreadsheet or CSV file',
  tags: ['enrollments'],
  ...tableAnswer,
})
