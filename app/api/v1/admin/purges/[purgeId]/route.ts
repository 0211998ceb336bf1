import { cancelPurge } from '@/lib/domain/schools/removal/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const DELETE = endpoint(cancelPurge, { summary: 'Call off the removal of a school', tags: ['admin'] })
