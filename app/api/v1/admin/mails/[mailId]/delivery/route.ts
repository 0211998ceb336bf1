import { resendPlatformMail } from '@/lib/domain/mails/platform/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(resendPlatformMail, {
  summary: 'Try again to deliver a mail of the platform',
  tags: ['admin'],
})
