import type { Tone } from '@/components/ui/tone'
import type { PersonRow } from '@/lib/domain/people/schema'

export type PersonState = 'active' | 'invited' | 'inactive'

/** Whether somebody comes in, has still to accept, or was let out. */
export function personState({ isActive, hasAccepted }: Pick<PersonRow, 'isActive' | 'hasAccepted'>): PersonState {
  if (!isActive) return 'inactive'
  return hasAccepted ? 'active' : 'invited'
}

export const personTones: Record<PersonState, Tone> = { active: 'ok', invited: 'info', inactive: 'neutral' }
