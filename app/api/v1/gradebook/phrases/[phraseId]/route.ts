import { removePhrase, updatePhrase } from '@/lib/domain/gradebook/phrases/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PATCH = endpoint(updatePhrase, { summary: 'Change a phrase', tags: ['gradebook'] })
export const DELETE = endpoint(removePhrase, { summary: 'Take a phrase out of the bank', tags: ['gradebook'] })
