import { updateGuardian } from '@/lib/domain/guardians/commands'
import { getGuardian } from '@/lib/domain/guardians/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(getGuardian, { summary: 'One guardian with the children', tags: ['guardians'] })
export const PATCH = endpoint(updateGuardian, { summary: 'Change the fields that are sent', tags: ['guardians'] })
