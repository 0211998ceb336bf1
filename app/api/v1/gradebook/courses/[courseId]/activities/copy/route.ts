import { copyActivities } from '@/lib/domain/gradebook/activities/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(copyActivities, {
  summary: 'Copy activities to other courses of the same subject',
  tags: ['gradebook'],
})
