import { remindGuardian } from '@/lib/domain/families/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(remindGuardian, {
  summary: 'Mail a guardian what is missing, with a fresh link',
  tags: ['families'],
})
