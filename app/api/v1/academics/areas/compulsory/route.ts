import { addCompulsoryAreas } from '@/lib/domain/academics/areas/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(addCompulsoryAreas, {
  summary: 'Add the compulsory areas of Ley 115 that the school lacks',
  tags: ['academics'],
})
