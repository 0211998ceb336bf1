import type { Tone } from '@/components/ui/tone'
import type { ImportStatus } from '@/lib/domain/imports/schema'

export const importTones: Record<ImportStatus, Tone> = {
  expected: 'neutral',
  reading: 'info',
  checked: 'warning',
  running: 'accent',
  done: 'ok',
  refused: 'danger',
  undoing: 'accent',
  undone: 'neutral',
  expired: 'neutral',
}
