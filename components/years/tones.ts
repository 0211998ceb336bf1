import type { Tone } from '@/components/ui/tone'
import type { PeriodStatus, YearStatus } from '@/lib/domain/years/schema'

export const yearTones: Record<YearStatus, Tone> = {
  planning: 'info',
  active: 'ok',
  closed: 'neutral',
  archived: 'neutral',
}

export const periodTones: Record<PeriodStatus, Tone> = {
  draft: 'neutral',
  open: 'ok',
  closed: 'warning',
  published: 'info',
}
