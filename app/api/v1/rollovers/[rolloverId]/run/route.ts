import { startRun } from '@/lib/domain/rollovers/start/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(startRun, {
  summary: 'Run the roll-over, or run it again',
  tags: ['rollovers'],
  status: 202,
})
