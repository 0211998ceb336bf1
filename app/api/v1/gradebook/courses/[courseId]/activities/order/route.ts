import { orderActivities } from '@/lib/domain/gradebook/activities/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(orderActivities, {
  summary: 'Order the activities of a course and period',
  tags: ['gradebook'],
})
