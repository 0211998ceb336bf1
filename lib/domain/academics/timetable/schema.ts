import { z } from 'zod'
import { dayField, idField, optionalDay, optionalText, queryFlag, versionField } from '@/lib/shared/fields'

const minute = z
  .number({ error: 'validation.time' })
  .int({ error: 'validation.time' })
  .min(0, { error: 'validation.time' })
  .max(1440, { error: 'validation.time' })
const time = {
  weekday: z
    .number({ error: 'validation.choose' })
    .int({ error: 'validation.choose' })
    .min(1, { error: 'validation.choose' })
    .max(7, { error: 'validation.choose' }),
  /** Minutes from midnight in Bogotá. */
  startsMinute: minute,
  endsMinute: minute,
  room: optionalText(30),
}
const inOrder = (input: { startsMinute: number; endsMinute: number }) => input.endsMinute > input.startsMinute
const notInOrder = { error: 'timetable.refusal.order', path: ['endsMinute'] }

export const addLessonInput = z
  .strictObject({ courseOfferingId: idField, ...time, validFrom: optionalDay, validTo: optionalDay })
  .refine(inOrder, notInOrder)

export const moveLessonInput = z
  .strictObject({
    slotId: idField,
    version: versionField,
    ...time,
    /** First day of the new hour; the lesson keeps the old one until the day before. Today unless said. */
    validFrom: optionalDay,
  })
  .refine(inOrder, notInOrder)

export const endLessonInput = z.strictObject({ slotId: idField, version: versionField, validTo: dayField })

export const savedLesson = z.object({ id: z.string(), version: z.number() })

export const weekInput = z.strictObject({
  classGroupId: idField.optional(),
  teacherId: idField.optional(),
  /** The week that holds this day; today unless said. */
  day: optionalDay,
})

export const lesson = z.object({
  id: z.string(),
  courseOfferingId: z.string(),
  classGroupId: z.string(),
  groupCode: z.string(),
  gradeLevel: z.string(),
  subject: z.string(),
  shortName: z.string().nullable(),
  weekday: z.number(),
  startsMinute: z.number(),
  endsMinute: z.number(),
  /** Where it is: the lesson's own room, else the group's. */
  room: z.string().nullable(),
  ownRoom: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  version: z.number(),
  teachers: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type Lesson = z.infer<typeof lesson>

export const week = z.object({ day: z.string(), items: z.array(lesson) })

export const dayInput = z.strictObject({
  /** Today unless said. */
  day: optionalDay,
  /** When the day has no lessons, those of the next one that has, up to two weeks ahead. */
  orNext: queryFlag,
  classGroupId: idField.optional(),
  teacherId: idField.optional(),
})

export const dayLesson = z.object({
  courseOfferingId: z.string(),
  classGroupId: z.string(),
  /** The lesson's number in the group's day, from 1. */
  lesson: z.number(),
  startsMinute: z.number(),
  endsMinute: z.number(),
  subject: z.string(),
  group: z.string(),
  gradeLevel: z.string(),
  room: z.string().nullable(),
})
export type DayLesson = z.infer<typeof dayLesson>

export const dayLessons = z.object({
  /** Of the lessons; with `orNext` it may be later than the day that was asked for. */
  day: z.string(),
  /** Why the day asked for has no lessons: a holiday, or what the school's calendar calls the day. */
  free: z.object({ holiday: z.boolean(), name: z.string().nullable() }).nullable(),
  items: z.array(dayLesson),
})

export const clashList = z.object({
  items: z.array(
    z.object({ kind: z.enum(['group', 'teacher', 'room']), name: z.string(), lessons: z.array(lesson).length(2) }),
  ),
})
export const clashesInput = z.strictObject({ yearId: idField.optional() })
