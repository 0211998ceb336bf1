import { handIn } from '@/lib/domain/gradebook/handing/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(handIn, { summary: 'Hand a course in for a period', tags: ['gradebook'] })
