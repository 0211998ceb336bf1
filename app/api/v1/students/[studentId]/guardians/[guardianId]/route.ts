import { unlinkGuardian, updateLink } from '@/lib/domain/guardians/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PATCH = endpoint(updateLink, {
  summary: 'Relationship, order, primary, pick-up, emergency contact',
  tags: ['guardians'],
})
export const DELETE = endpoint(unlinkGuardian, { summary: 'Untie a guardian from a student', tags: ['guardians'] })
