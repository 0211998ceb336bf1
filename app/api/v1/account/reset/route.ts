import { requestReset, resetPassword } from '@/lib/domain/account/password/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(requestReset, { summary: 'Ask for a mail to choose a new password', tags: ['account'] })
export const PUT = endpoint(resetPassword, {
  summary: 'Choose a new password with the secret of the mail',
  tags: ['account'],
})
