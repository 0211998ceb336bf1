import { z } from 'zod'
import { choice, dayField, idField } from '@/lib/shared/fields'
import { rollRow } from '../schema'

/** `day`: the lists of whole days. `lesson`: those of lessons. */
export const bases = ['day', 'lesson'] as const
export type Basis = (typeof bases)[number]

export const summaryInput = z
  .strictObject({
    by: choice(['student', 'group', 'subject']).default('student'),
    from: dayField,
    to: dayField,
    classGroupId: idField.optional(),
    /** What the school's mode says unless told. */
    basis: choice(bases).optional(),
  })
  .refine(({ from, to }) => from <= to, { error: 'validation.endBeforeStart', path: ['to'] })

export const summaryRow = z.object({
  /** Of the enrollment, the group or the subject. */
  id: z.uuid(),
  studentId: z.uuid().nullable(),
  name: z.string(),
  group: z.string().nullable(),
  present: z.number(),
  absent: z.number(),
  late: z.number(),
  excused: z.number(),
  total: z.number(),
  /** Percent with one decimal: there, on time or late. */
  attended: z.number(),
  /** Percent of unexcused absences: what counts for promotion. */
  absence: z.number(),
})
export type SummaryRow = z.infer<typeof summaryRow>

export const summary = z.object({ basis: z.enum(bases), items: z.array(summaryRow) })

export const streak = z.object({
  studentId: z.uuid(),
  name: z.string(),
  group: z.string(),
  days: z.number(),
  since: z.iso.date(),
})
export const streakList = z.object({ streakDays: z.number(), items: z.array(streak) })

export const alerts = z.object({
  streaks: z.array(streak),
  low: z.array(summaryRow),
  streakDays: z.number(),
  alertPercent: z.number(),
})
export type Alerts = z.infer<typeof alerts>

export const ofStudentInput = z.strictObject({ studentId: idField, yearId: idField.optional() })

export const attendanceOfStudent = z.object({
  /** Null when the student has no enrollment in that year. */
  basis: z.enum(bases),
  totals: summaryRow.pick({
    present: true,
    absent: true,
    late: true,
    excused: true,
    total: true,
    attended: true,
    absence: true,
  }),
  subjects: z.array(summaryRow),
  /** Days and lessons on which the student was not there, newest first; at most 200. */
  marks: z.array(
    rollRow.pick({ status: true, minutesLate: true }).extend({
      id: z.uuid(),
      day: z.iso.date(),
      lesson: z.number(),
      subject: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
})

export const rollGroupList = z.object({ items: z.array(z.object({ id: z.uuid(), code: z.string() })) })
