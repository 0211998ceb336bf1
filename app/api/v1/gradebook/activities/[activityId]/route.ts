import { removeActivity, updateActivity } from '@/lib/domain/gradebook/activities/commands'
import { readActivity } from '@/lib/domain/gradebook/activities/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readActivity, { summary: 'Read an activity with its figures', tags: ['gradebook'] })
export const PATCH = endpoint(updateActivity, { summary: 'Change an activity', tags: ['gradebook'] })
export const DELETE = endpoint(removeActivity, {
  summary: 'Remove an activity without scores',
  description: 'Answers 409 `not_allowed_now` with `data.count` when there are scores.',
  tags: ['gradebook'],
})
