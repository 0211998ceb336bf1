import { listRolloverStudents } from '@/lib/domain/rollovers/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listRolloverStudents, {
  summary: 'List the students with where each goes and what a run did',
  tags: ['rollovers'],
})
