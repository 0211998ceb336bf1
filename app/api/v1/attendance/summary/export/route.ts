import { exportSummary } from '@/lib/domain/attendance/summary/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportSummary, {
  summary: 'Attendance percentages as a file',
  tags: ['attendance'],
  ...tableAnswer,
})
