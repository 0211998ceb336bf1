import { z } from 'zod'
import { choice, idField, optionalText } from '@/lib/shared/fields'
import { promotionChoices } from '../rules'

export const decidePromotionInput = z.strictObject({
  meetingId: idField,
  enrollmentId: idField,
  /** Of the outcome that the person saw; null or absent: there was none yet. */
  version: z.number().int().min(1).nullish(),
  status: choice(promotionChoices),
  /** Required wherever the outcome differs from what the school's criteria propose, and for promotion ahead of time. */
  reason: optionalText(1000),
  /** The family agreed: Decreto 1290 de 2009, art. 7 asks for it before promotion ahead of time. */
  familyConsent: z.boolean().default(false),
})
export type DecidePromotionInput = z.input<typeof decidePromotionInput>

export const acceptProposalsInput = z.strictObject({ meetingId: idField, classGroupId: idField })

export const savedPromotion = z.object({
  enrollmentId: z.uuid(),
  version: z.number(),
  status: z.enum(promotionChoices),
  promotedTo: z.string().nullable(),
  reason: z.string().nullable(),
})

export const acceptedProposals = z.object({ count: z.number() })
