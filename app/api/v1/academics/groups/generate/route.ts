import { generateGroups } from '@/lib/domain/academics/groups/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(generateGroups, {
  summary: 'Add several groups at once; those that exist stay',
  tags: ['academics'],
})
