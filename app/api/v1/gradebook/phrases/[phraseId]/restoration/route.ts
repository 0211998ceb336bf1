import { restorePhrase } from '@/lib/domain/gradebook/phrases/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(restorePhrase, { summary: 'Put a removed phrase back', tags: ['gradebook'] })
