import { revokeToken } from '@/lib/domain/tokens/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const DELETE = endpoint(revokeToken, { summary: 'Revoke an API token', tags: ['tokens'] })
