import { addLesson } from '@/lib/domain/academics/timetable/commands'
import { readWeek } from '@/lib/domain/academics/timetable/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readWeek, {
  summary: 'The week of a group, of a teacher or of everybody, as it is on a day',
  tags: ['timetable'],
})
export const POST = endpoint(addLesson, {
  summary: 'Add a weekly lesson; 409 when group, teacher or room are taken at that hour',
  tags: ['timetable'],
  status: 201,
})
