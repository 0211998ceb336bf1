import { saveGuardian } from '@/lib/domain/guardians/commands'
import { listGuardians } from '@/lib/domain/guardians/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listGuardians, { summary: 'List guardians by surname', tags: ['guardians'] })
export const POST = endpoint(saveGuardian, {
  summary: 'Create or complete a guardian by document',
  tags: ['guardians'],
})
