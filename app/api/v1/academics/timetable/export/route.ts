import { exportWeek } from '@/lib/domain/academics/timetable/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportWeek, {
  summary: 'A week of the timetable as a file',
  tags: ['timetable'],
  ...tableAnswer,
})
