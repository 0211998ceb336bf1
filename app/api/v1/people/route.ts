import { invitePerson } from '@/lib/domain/people/invitations/commands'
import { listPeople } from '@/lib/domain/people/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listPeople, { summary: 'List the people with an account in the school', tags: ['people'] })
export const POST = endpoint(invitePerson, { summary: 'Invite a person with roles', tags: ['people'], status: 201 })
