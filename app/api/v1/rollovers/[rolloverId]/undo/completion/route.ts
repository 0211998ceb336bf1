import { finishUndo } from '@/lib/domain/rollovers/undo/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(finishUndo, { summary: 'End an undoing', tags: ['rollovers'] })
