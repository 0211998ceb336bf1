import { z } from 'zod'
import { choice, idField, optionalReason, pageFields, requiredText, versionField } from '@/lib/shared/fields'
import { statusField } from '../schema'

export const correctionStatuses = ['pending', 'approved', 'rejected'] as const

export const requestCorrectionInput = z.strictObject({
  recordId: idField,
  wantedStatus: statusField,
  reason: requiredText(500),
})

export const decideCorrectionInput = z.strictObject({
  correctionId: idField,
  version: versionField,
  decision: choice(['approved', 'rejected']),
  note: optionalReason,
})

export const correctionSaved = z.object({ id: z.uuid(), status: z.enum(correctionStatuses), version: z.number() })

export const listCorrectionsInput = z.strictObject({
  status: choice(correctionStatuses).default('pending'),
  ...pageFields,
})

export const correctionRow = z.object({
  id: z.uuid(),
  status: z.enum(correctionStatuses),
  /** What the roll call said when it was asked for, and what it should say. */
  before: statusField,
  wanted: statusField,
  /** What it says now. */
  current: statusField,
  reason: z.string(),
  note: z.string().nullable(),
  askedBy: z.string().nullable(),
  askedAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  version: z.number(),
  studentId: z.uuid(),
  student: z.string(),
  classGroupId: z.uuid(),
  group: z.string(),
  day: z.iso.date(),
  lesson: z.number(),
})
export type CorrectionRow = z.infer<typeof correctionRow>

export const correctionPage = z.object({ items: z.array(correctionRow), nextCursor: z.string().nullable() })
