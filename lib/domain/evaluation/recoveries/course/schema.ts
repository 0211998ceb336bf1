import { z } from 'zod'
import { idField } from '@/lib/shared/fields'
import { nationalLevels } from '../../schema'
import { recoveryRow } from '../schema'

/** Without a period: the year's mark. */
export const courseRecoveriesInput = z.strictObject({ courseOfferingId: idField, academicPeriodId: idField.optional() })

/** What was done about a recovery, by whom; `score` and `finalValue` are decimal texts. */
const move = z.object({
  action: z.enum(['plan', 'record', 'annul']),
  at: z.string(),
  by: z.string(),
  score: z.string().nullable(),
  finalValue: z.string().nullable(),
  reason: z.string().nullable(),
})
export type RecoveryMove = z.infer<typeof move>

/** A student whose mark is failed, or was before the recovery. */
const student = z.object({
  enrollmentId: z.string(),
  studentId: z.string(),
  name: z.string(),
  /** The mark as it is now, decimal text; null when there is none any more. */
  value: z.string().nullable(),
  level: z.enum(nationalLevels).nullable(),
  /** What the recovery is counted against: before it and before rounding. */
  before: z.string().nullable(),
  /** The one that stands, planned or done. */
  recovery: recoveryRow.nullable(),
  moves: z.array(move),
})
export type RecoveringStudent = z.infer<typeof student>

export const courseRecoveries = z.object({
  /** The rules of the grade, as the engine takes them. */
  rules: z.record(z.string(), z.unknown()),
  /** Whether this person may plan and record them now. */
  writes: z.boolean(),
  students: z.array(student),
})
export type CourseRecoveries = z.infer<typeof courseRecoveries>
