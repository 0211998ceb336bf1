import { resendInvitation, revokeInvitation } from '@/lib/domain/people/invitations/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(resendInvitation, { summary: 'Send the invitation again', tags: ['people'] })
export const DELETE = endpoint(revokeInvitation, { summary: 'Withdraw an invitation', tags: ['people'] })
