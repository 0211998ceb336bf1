import { z } from 'zod'
import { choice, dayField, idField, optionalDay, optionalText, requiredText, versionField } from '@/lib/shared/fields'
import { markText } from '../schema'

export const recoveryStatuses = ['planned', 'done', 'annulled'] as const

/** Without a period: the recovery of the year's mark. `heldOn`: the day for which it is planned. */
export const planRecoveryInput = z.strictObject({
  courseOfferingId: idField,
  academicPeriodId: idField.nullish(),
  enrollmentId: idField,
  heldOn: optionalDay,
  note: optionalText(1000),
})

export const recordRecoveryInput = z.strictObject({
  recoveryId: idField,
  version: versionField,
  score: markText,
  heldOn: dayField,
  note: optionalText(1000),
})

export const annulRecoveryInput = z.strictObject({
  recoveryId: idField,
  version: versionField,
  reason: requiredText(500),
})

export const listRecoveriesInput = z.strictObject({
  courseOfferingId: idField,
  academicPeriodId: idField.optional(),
  enrollmentId: idField.optional(),
  status: choice(recoveryStatuses).optional(),
})

/** Numbers are decimal texts: the mark it is about, what was scored, and what became of the mark. */
export const recoveryRow = z.object({
  id: z.string(),
  courseOfferingId: z.string(),
  academicPeriodId: z.string().nullable(),
  enrollmentId: z.string(),
  student: z.string(),
  status: z.enum(recoveryStatuses),
  originalValue: z.string(),
  score: z.string().nullable(),
  finalValue: z.string().nullable(),
  ceiling: z.string().nullable(),
  heldOn: z.string().nullable(),
  note: z.string().nullable(),
  recordedBy: z.string().nullable(),
  updatedAt: z.string(),
  version: z.number(),
})
export type RecoveryRow = z.infer<typeof recoveryRow>
export const recoveryList = z.object({ items: z.array(recoveryRow) })
