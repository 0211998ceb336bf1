import { runPortion } from '@/lib/domain/rollovers/run/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(runPortion, { summary: 'Take some students of a run along', tags: ['rollovers'] })
