import { acceptInvitation } from '@/lib/domain/account/invitation/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(acceptInvitation, {
  summary: 'Accept an invitation with the secret of the mail',
  tags: ['account'],
})
