import { createActivity } from '@/lib/domain/gradebook/activities/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(createActivity, { summary: 'Add an activity', tags: ['gradebook'], status: 201 })
