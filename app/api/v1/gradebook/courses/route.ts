import { listCourses } from '@/lib/domain/gradebook/courses/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listCourses, {
  summary: 'List courses with how far each is in a period',
  tags: ['gradebook'],
})
