import { listParallelCourses } from '@/lib/domain/gradebook/activities/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listParallelCourses, {
  summary: 'List own courses of the same subject in other groups',
  tags: ['gradebook'],
})
