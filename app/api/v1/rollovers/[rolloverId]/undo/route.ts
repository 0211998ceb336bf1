import { startUndo } from '@/lib/domain/rollovers/start/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(startUndo, { summary: 'Undo a run, within 30 days', tags: ['rollovers'], status: 202 })
