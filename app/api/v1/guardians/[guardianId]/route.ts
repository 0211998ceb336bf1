import { updateGuardian } from '@/lib/domain/guardians/commands'
import { getGuardian } from '@/lib/domain/guardians/queries'
import { removeGuardian } from '@/lib/domain/guardians/removal/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(getGuardian, { summary: 'One guardian with the children', tags: ['guardians'] })
export const PATCH = endpoint(updateGuardian, { summary: 'Change the fields that are sent', tags: ['guardians'] })
export const DELETE = endpoint(removeGuardian, {
  summary: 'Remove a guardian for ever',
  tags: ['guardians'],
})
