import { exportMonth } from '@/lib/domain/attendance/month/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportMonth, {
  summary: "A group's month as a spreadsheet or CSV file",
  tags: ['attendance'],
  ...tableAnswer,
})
