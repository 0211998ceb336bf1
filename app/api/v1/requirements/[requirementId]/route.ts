import { updateRequirement } from '@/lib/domain/requirements/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PATCH = endpoint(updateRequirement, {
  summary: 'Change a document that the school asks for',
  tags: ['requirements'],
})
