import { z } from 'zod'
import { dayField, idField, optionalReason } from '@/lib/shared/fields'
import { attendanceModes } from './settings/schema'

export const attendanceStatuses = ['present', 'absent', 'late', 'excused'] as const
export type AttendanceStatus = (typeof attendanceStatuses)[number]

export const statusField = z.enum(attendanceStatuses, { error: 'validation.choose' })

/** 0 is the roll call of the whole day, else the lesson's number in the group's day. */
export const lessonField = z.coerce
  .number({ error: 'validation.invalid' })
  .int({ error: 'validation.invalid' })
  .min(0, { error: 'validation.invalid' })
  .max(30, { error: 'validation.invalid' })

const minutesLate = z.coerce
  .number({ error: 'validation.invalid' })
  .int({ error: 'validation.invalid' })
  .min(1, { error: 'validation.invalid' })
  .max(600, { error: 'validation.invalid' })
  .nullish()

const place = { classGroupId: idField, day: dayField, lesson: lessonField }

export const rollInput = z.strictObject({
  classGroupId: idField,
  day: dayField.optional(),
  lesson: lessonField.default(0),
})

const mark = { enrollmentId: idField, status: statusField, minutesLate }

export const takeInput = z.strictObject({
  ...place,
  /** Only those who are not present; everybody else is. */
  marks: z.array(z.strictObject(mark)).max(100, { error: 'validation.tooBig' }).default([]),
})

export const markInput = z.strictObject({
  ...place,
  ...mark,
  /** Version of the record that the person saw; 0 when nobody had taken the list yet. */
  version: z.coerce.number({ error: 'validation.invalid' }).int().min(0, { error: 'validation.invalid' }),
  /** Needed once the day is over. */
  reason: optionalReason,
})
export type MarkInput = z.input<typeof markInput>

const taken = z.object({ id: z.uuid(), takenBy: z.string().nullable(), takenAt: z.iso.datetime() })

export const marked = z.object({
  enrollmentId: z.uuid(),
  recordId: z.uuid(),
  status: statusField,
  minutesLate: z.number().nullable(),
  version: z.number(),
  /** Whether this call was the one that began the list, everybody else present. */
  began: z.boolean(),
})

export const rollRow = z.object({
  enrollmentId: z.uuid(),
  studentId: z.uuid(),
  name: z.string(),
  /** Null while the list has not been taken. */
  recordId: z.uuid().nullable(),
  status: statusField,
  minutesLate: z.number().nullable(),
  version: z.number(),
  /** An accepted excuse of that day. */
  excused: z.boolean(),
  /** A correction that waits for a coordinator. */
  wanted: statusField.nullable(),
  changes: z.number(),
})
export type RollRow = z.infer<typeof rollRow>

/** Why nobody may write: `future` day, `outside` of the year, the teacher's `window` is over, or no right at all. */
export const rollLocks = ['future', 'outside', 'window', 'reader'] as const
export type RollLock = (typeof rollLocks)[number]

export const roll = z.object({
  group: z.object({ id: z.uuid(), code: z.string(), gradeLevel: z.string() }),
  day: z.iso.date(),
  lesson: z.number(),
  course: z.object({ subject: z.string(), startsMinute: z.number(), endsMinute: z.number() }).nullable(),
  /** The group's day as the timetable has it. */
  lessons: z.array(
    z.object({ lesson: z.number(), subject: z.string(), startsMinute: z.number(), endsMinute: z.number() }),
  ),
  mode: z.enum(attendanceModes),
  list: taken.nullable(),
  /** A change needs its reason: the day is over, or the list was closed. */
  closed: z.boolean(),
  lock: z.enum(rollLocks).nullable(),
  rows: z.array(rollRow),
})
export type Roll = z.infer<typeof roll>

export const historyInput = z.strictObject({ recordId: idField })
export const recordHistory = z.object({
  items: z.array(
    z.object({
      before: statusField.nullable(),
      after: statusField,
      reason: z.string().nullable(),
      by: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
})

export const tookList = z.object({
  listId: z.uuid(),
  began: z.boolean(),
  rows: z.array(z.object({ enrollmentId: z.uuid(), recordId: z.uuid(), status: statusField, version: z.number() })),
})
