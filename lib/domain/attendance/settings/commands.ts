import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { readAttendanceSettings, storedAttendanceSettings, updateAttendanceSettingsInput } from './schema'

/** @throws AppError conflict with the settings as they are now */
export const updateAttendanceSettings = command({
  name: 'attendance.updateSettings',
  permission: 'config:institution',
  input: updateAttendanceSettingsInput,
  output: storedAttendanceSettings,
  run: async ({ db, ctx, input: { version, ...next }, audit }) => {
    const columns = { version: true, attendanceSettings: true } as const
    const row = await db.schoolSettings.findFirst({ where: {}, select: columns })
    if (!row) throw new AppError('not_found')
    const before = readAttendanceSettings(row.attendanceSettings)
    const { count } = await db.schoolSettings.updateMany({
      where: { version },
      data: { attendanceSettings: next, version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', { current: { version: row.version, ...before } })
    audit({
      action: 'attendance.updateSettings',
      entity: 'school',
      entityId: ctx.schoolId,
      ...changed<Record<string, unknown>>(before, next),
    })
    return { version: version + 1, ...next }
  },
})
