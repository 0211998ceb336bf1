import { moveLesson } from '@/lib/domain/academics/timetable/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(moveLesson, {
  summary: 'Take a lesson to another hour or room from a day on',
  tags: ['timetable'],
})
