import { assignMany } from '@/lib/domain/academics/courses/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(assignMany, {
  summary: 'Give many courses to their main teachers, everything or nothing',
  tags: ['courses'],
})
