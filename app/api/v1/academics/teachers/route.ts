import { listTeachers } from '@/lib/domain/academics/courses/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listTeachers, {
  summary: 'List who may hold courses, with their hours of the week',
  tags: ['courses'],
})
