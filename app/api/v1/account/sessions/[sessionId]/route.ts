import { endOwnSession } from '@/lib/domain/account/sessions/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const DELETE = endpoint(endOwnSession, { summary: 'End one of the own sessions', tags: ['account'] })
