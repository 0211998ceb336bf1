import { resendMail } from '@/lib/domain/mails/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(resendMail, { summary: 'Try again to deliver a mail', tags: ['mails'] })
