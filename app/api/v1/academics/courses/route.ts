import { addCourse } from '@/lib/domain/academics/courses/offerings/commands'
import { listCourses } from '@/lib/domain/academics/courses/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listCourses, {
  summary: 'List the courses of a year by group, with their teachers',
  description:
    'Without `yearId` the active year. Teachers get the courses that they hold today, students and families theirs.',
  tags: ['courses'],
})
export const POST = endpoint(addCourse, {
  summary: 'Add a subject to a group by hand; its students are in it',
  tags: ['courses'],
  status: 201,
})
