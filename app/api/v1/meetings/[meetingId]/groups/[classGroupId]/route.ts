import { readMeetingStudents } from '@/lib/domain/meetings/students/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readMeetingStudents, {
  summary: 'The students of a group as a meeting looks at them',
  tags: ['meetings'],
})
