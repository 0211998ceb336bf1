import { resendInvitation } from '@/lib/domain/people/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(resendInvitation, { summary: 'Send the invitation again', tags: ['people'] })
