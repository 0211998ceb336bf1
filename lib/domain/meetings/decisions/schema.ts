import { z } from 'zod'
import { choice, idField, requiredText, versionField } from '@/lib/shared/fields'

/** Promotion has an operation of its own: its outcome follows rules. */
export const plainKinds = ['recovery', 'support', 'warning', 'other'] as const

const words = { decision: requiredText(500), reason: requiredText(1000) }

export const createDecisionInput = z.strictObject({
  meetingId: idField,
  enrollmentId: idField,
  kind: choice(plainKinds),
  ...words,
})
export type CreateDecisionInput = z.input<typeof createDecisionInput>

export const updateDecisionInput = z.strictObject({ decisionId: idField, version: versionField, ...words })
export const removeDecisionInput = z.strictObject({ decisionId: idField, version: versionField })

export const savedDecision = z.object({
  id: z.uuid(),
  version: z.number(),
  meetingId: z.uuid(),
  enrollmentId: z.uuid(),
})
