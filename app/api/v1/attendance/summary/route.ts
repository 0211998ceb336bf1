import { readSummary } from '@/lib/domain/attendance/summary/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readSummary, {
  summary: 'Attendance between two days per student, group or subject',
  tags: ['attendance'],
})
