import { confirmActivityFile } from '@/lib/domain/gradebook/activities/files/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(confirmActivityFile, {
  summary: 'Say that the bytes have been written',
  tags: ['gradebook'],
})
