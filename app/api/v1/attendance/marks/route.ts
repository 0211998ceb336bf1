import { markAttendance } from '@/lib/domain/attendance/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(markAttendance, {
  summary: 'Mark one student in a roll call',
  description:
    'The first mark begins the list with everybody else present. `version` is that of the record, 0 while the list was not taken.',
  tags: ['attendance'],
})
