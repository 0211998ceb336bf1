import { openActivityFile } from '@/lib/domain/gradebook/activities/files/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(openActivityFile, {
  summary: 'Get an address, good for 60 s, at which a file can be seen',
  tags: ['gradebook'],
})
