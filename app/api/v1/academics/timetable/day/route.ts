import { listDayLessons } from '@/lib/domain/academics/timetable/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listDayLessons, {
  summary: 'The lessons of one day, none on holidays and free days; a teacher gets the own ones',
  tags: ['timetable'],
})
