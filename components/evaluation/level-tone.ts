import type { Tone } from '@/components/ui/tone'
import type { PromotionStatus } from '@/lib/domain/evaluation/promotion/schema'
import type { NationalLevel } from '@/lib/domain/evaluation/schema'

/** The colour that goes with a level; the word always stands beside it. */
export const levelTone: Record<NationalLevel, Tone> = { superior: 'ok', high: 'ok', basic: 'info', low: 'danger' }

export const promotionTone: Record<PromotionStatus, Tone> = {
  promoted: 'ok',
  pending: 'warning',
  not_promoted: 'danger',
}
