import { createRequirement } from '@/lib/domain/requirements/commands'
import { listRequirements } from '@/lib/domain/requirements/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listRequirements, {
  summary: 'List what the school asks for at enrollment',
  tags: ['requirements'],
})
export const POST = endpoint(createRequirement, {
  summary: 'Ask for one more document',
  tags: ['requirements'],
  status: 201,
})
