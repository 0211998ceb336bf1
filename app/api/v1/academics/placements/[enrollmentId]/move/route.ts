import { movePlacement } from '@/lib/domain/academics/placements/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(movePlacement, {
  summary: 'Take a student to another group of the grade from a day on; scores stay where they are',
  tags: ['placements'],
})
