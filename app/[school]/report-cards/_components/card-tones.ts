import type { Tone } from '@/components/ui/tone'
import type { CardStatus } from '@/lib/domain/report-cards/rules'

export const cardTones: Record<CardStatus, Tone> = {
  issued: 'info',
  published: 'ok',
  replaced: 'warning',
  annulled: 'danger',
}
