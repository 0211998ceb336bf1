import { updateCourse } from '@/lib/domain/academics/courses/offerings/commands'
import { readCourse } from '@/lib/domain/academics/courses/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readCourse, { summary: 'One course with everybody who taught it', tags: ['courses'] })
export const PATCH = endpoint(updateCourse, {
  summary: 'Change hours, weight in the area, order, or take the course out of use',
  tags: ['courses'],
})
