import { giveBack } from '@/lib/domain/gradebook/handing/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(giveBack, { summary: 'Give a handed-in course back to its teacher', tags: ['gradebook'] })
