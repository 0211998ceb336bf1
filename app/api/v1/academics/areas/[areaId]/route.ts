import { updateArea } from '@/lib/domain/academics/areas/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PATCH = endpoint(updateArea, {
  summary: 'Change an area’s names, or take it out of use',
  tags: ['academics'],
})
