import { finishRun } from '@/lib/domain/rollovers/run/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(finishRun, { summary: 'End a run', tags: ['rollovers'] })
