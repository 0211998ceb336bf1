import { offerActivityFile } from '@/lib/domain/gradebook/activities/files/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(offerActivityFile, {
  summary: 'Announce a file of an activity and get an address to write it to',
  tags: ['gradebook'],
  status: 201,
})
