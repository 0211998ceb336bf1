import { readOneRollover } from '@/lib/domain/rollovers/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readOneRollover, {
  summary: 'Read a roll-over with its plan and its results',
  tags: ['rollovers'],
})
