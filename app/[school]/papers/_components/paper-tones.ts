import type { Tone } from '@/components/ui/tone'
import type { PaperStatus } from '@/lib/domain/papers/rules'

export const paperTones: Record<PaperStatus, Tone> = { valid: 'ok', replaced: 'warning', annulled: 'danger' }
