import { updateAttendanceSettings } from '@/lib/domain/attendance/settings/commands'
import { attendanceSettingsOf } from '@/lib/domain/attendance/settings/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(attendanceSettingsOf, { summary: 'Read how attendance is taken', tags: ['attendance'] })
export const PUT = endpoint(updateAttendanceSettings, {
  summary: 'Change how attendance is taken',
  tags: ['attendance'],
})
