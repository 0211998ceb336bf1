import { z } from 'zod'
import { choice, idField, requiredText } from '@/lib/shared/fields'

/** Minutes that a visit may last; a working day at most. */
export const supportMinutes = [15, 30, 60, 120, 240, 480] as const

export const supportModes = ['read', 'full'] as const

export const startSupportInput = z.strictObject({
  schoolId: idField,
  reason: requiredText(500).min(10, { error: 'validation.supportReason' }),
  minutes: z.union(
    supportMinutes.map((minutes) => z.literal(minutes)),
    { error: 'validation.choose' },
  ),
  mode: choice(supportModes).default('read'),
})
export type StartSupportInput = z.input<typeof startSupportInput>

export const startedSupport = z.object({ grantId: z.string(), slug: z.string(), until: z.string() })

export const endSupportInput = z.strictObject({ schoolId: idField, grantId: idField })

export const supportInput = z.strictObject({ slug: requiredText(60) })

export const supportVisit = z.object({
  id: z.string(),
  name: z.string(),
  reason: z.string(),
  mode: z.enum(supportModes),
  startedAt: z.string(),
  until: z.string(),
  endedAt: z.string().nullable(),
  /** Who of the school ended it, and what they said; null when its time did, or the visitor. */
  endedBy: z.string().nullable(),
  endNote: z.string().nullable(),
  /** Of the person who asks. */
  isMine: z.boolean(),
  runs: z.boolean(),
})

export const supportPage = z.object({
  school: z.object({ id: z.string(), slug: z.string(), name: z.string(), isActive: z.boolean() }),
  visits: z.array(supportVisit),
})
export type SupportVisit = z.infer<typeof supportVisit>
