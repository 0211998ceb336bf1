import { recordFailure } from '@/lib/domain/rollovers/failures/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(recordFailure, {
  summary: 'Write down that a student could not be taken along, or back',
  tags: ['rollovers'],
})
