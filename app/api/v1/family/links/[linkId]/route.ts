import { revokeLink } from '@/lib/domain/families/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const DELETE = endpoint(revokeLink, { summary: 'Revoke a family link', tags: ['families'] })
