import { listClashes } from '@/lib/domain/academics/timetable/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listClashes, {
  summary: 'List where a group, a teacher or a room is in two lessons at once',
  tags: ['timetable'],
})
