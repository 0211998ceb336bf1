import { readRolloverUndone } from '@/lib/domain/rollovers/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readRolloverUndone, {
  summary: 'Students whom an undoing has to do with',
  tags: ['rollovers'],
})
