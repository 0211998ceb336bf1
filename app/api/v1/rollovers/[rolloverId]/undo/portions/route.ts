import { undoPortion } from '@/lib/domain/rollovers/undo/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(undoPortion, { summary: 'Take some students of an undoing back', tags: ['rollovers'] })
