import { exportStudents } from '@/lib/domain/students/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportStudents, {
  summary: 'The filtered list as a spreadsheet or CSV file',
  tags: ['students'],
  ...tableAnswer,
})
