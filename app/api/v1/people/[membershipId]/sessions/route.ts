import { endSessionsOfPerson } from '@/lib/domain/people/sessions/commands'
import { sessionsOfPerson } from '@/lib/domain/people/sessions/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(sessionsOfPerson, { summary: 'List where a person is signed in', tags: ['people'] })
export const DELETE = endpoint(endSessionsOfPerson, { summary: 'End all sessions of a person', tags: ['people'] })
