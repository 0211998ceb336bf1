import type { Tone } from '@/components/ui/tone'
import type { PersonState } from '@/lib/domain/people/rules'

export const personTones: Record<PersonState, Tone> = { active: 'ok', invited: 'info', inactive: 'neutral' }
