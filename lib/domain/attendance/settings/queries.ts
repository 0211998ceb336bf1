import { AppError } from '@/lib/platform/errors'
import { nothing, query } from '@/lib/platform/operation'
import { readAttendanceSettings, storedAttendanceSettings } from './schema'

/** How the school takes attendance. */
export const attendanceSettingsOf = query({
  name: 'attendance.settings',
  permission: ['read:attendance', 'write:attendance'],
  input: nothing,
  output: storedAttendanceSettings,
  run: async ({ db }) => {
    const row = await db.schoolSettings.findFirst({ where: {}, select: { version: true, attendanceSettings: true } })
    if (!row) throw new AppError('not_found')
    return { version: row.version, ...readAttendanceSettings(row.attendanceSettings) }
  },
})
