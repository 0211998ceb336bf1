import { readAttendanceOfStudent } from '@/lib/domain/attendance/summary/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readAttendanceOfStudent, {
  summary: "A student's attendance in a year",
  tags: ['attendance'],
})
