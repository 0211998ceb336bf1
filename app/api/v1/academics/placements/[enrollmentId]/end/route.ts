import { endPlacement } from '@/lib/domain/academics/placements/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(endPlacement, {
  summary: 'Take a student out of the group without another one',
  tags: ['placements'],
})
