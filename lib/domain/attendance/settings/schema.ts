import { z } from 'zod'
import { versionField } from '@/lib/shared/fields'

/** `day`: one list a day. `lesson`: one in each lesson. `both`: the day's list is expected, those of lessons may be taken too. */
export const attendanceModes = ['day', 'lesson', 'both'] as const
export type AttendanceMode = (typeof attendanceModes)[number]

const whole = (min: number, max: number, error: string) =>
  z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error })

const shape = {
  mode: z.enum(attendanceModes, { error: 'validation.choose' }),
  /** School days after the lesson in which a teacher may still correct alone. */
  windowDays: whole(0, 30, 'validation.correctionDays'),
  /** Consecutive days away that a coordinator is told of. */
  streakDays: whole(2, 30, 'validation.streakDays'),
  /** Unexcused absences in percent from which a student shows on the coordinator's list. */
  alertPercent: whole(1, 100, 'validation.alertPercent'),
}

export const attendanceSettings = z.object({
  mode: shape.mode.catch('both'),
  windowDays: shape.windowDays.catch(3),
  streakDays: shape.streakDays.catch(3),
  alertPercent: shape.alertPercent.catch(10),
})
export type AttendanceSettings = z.infer<typeof attendanceSettings>

/** What is stored, with the product's defaults for whatever the school has not chosen. */
export const readAttendanceSettings = (stored: unknown): AttendanceSettings => attendanceSettings.parse(stored ?? {})

export const storedAttendanceSettings = attendanceSettings.extend({ version: z.number() })
export const updateAttendanceSettingsInput = z.strictObject({ version: versionField, ...shape })
