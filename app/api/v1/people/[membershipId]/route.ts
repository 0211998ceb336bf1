import { updateMembership } from '@/lib/domain/people/commands'
import { readPerson } from '@/lib/domain/people/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readPerson, { summary: 'Read one person of the school', tags: ['people'] })
export const PATCH = endpoint(updateMembership, { summary: 'Change roles, deactivate or reactivate', tags: ['people'] })
