import type { Tone } from '@/components/ui/tone'
import type { RolloverStatus } from '@/lib/domain/rollovers/schema'

export const rolloverTones: Record<RolloverStatus, Tone> = {
  draft: 'neutral',
  running: 'info',
  done: 'ok',
  undoing: 'warning',
  undone: 'neutral',
}
