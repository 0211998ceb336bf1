import { z } from 'zod'

export const promotionStatuses = ['promoted', 'not_promoted', 'pending'] as const
export type PromotionStatus = (typeof promotionStatuses)[number]

/** The outcome of a year with what it was decided on. */
export const promotionTrace = z.object({
  status: z.enum(promotionStatuses),
  because: z.enum(['descriptive', 'absence', 'failed', 'unmarked', 'recovery', 'passed']),
  count: z.enum(['areas', 'subjects']),
  failed: z.array(z.string()),
  unmarked: z.array(z.string()),
  allowedFailed: z.number(),
  pendingUpTo: z.number(),
  absencePercent: z.string().nullable(),
  maxAbsencePercent: z.string().nullable(),
})
export type PromotionTrace = z.infer<typeof promotionTrace>
