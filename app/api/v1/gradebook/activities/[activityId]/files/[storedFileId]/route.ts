import { removeActivityFile } from '@/lib/domain/gradebook/activities/files/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const DELETE = endpoint(removeActivityFile, { summary: 'Take a file off an activity', tags: ['gradebook'] })
