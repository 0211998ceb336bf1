import { setGuardianActive } from '@/lib/domain/guardians/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(setGuardianActive, { summary: 'Deactivate or reactivate a guardian', tags: ['guardians'] })
