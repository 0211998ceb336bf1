import { endSessionOfPerson } from '@/lib/domain/people/sessions/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const DELETE = endpoint(endSessionOfPerson, { summary: 'End one session of a person', tags: ['people'] })
