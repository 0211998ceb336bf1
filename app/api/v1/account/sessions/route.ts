import { endOtherSessions } from '@/lib/domain/account/sessions/commands'
import { ownSessions } from '@/lib/domain/account/sessions/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(ownSessions, { summary: 'List where one is signed in', tags: ['account'] })
export const DELETE = endpoint(endOtherSessions, { summary: 'End all other own sessions', tags: ['account'] })
