import { assignTeacher } from '@/lib/domain/academics/courses/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(assignTeacher, {
  summary: 'Give a course to a teacher; as main teacher a hand-over from a day on',
  description:
    'Who held the course keeps the days until the day before. `clashes` tells lessons that the teacher now has at the same hour.',
  tags: ['courses'],
  status: 201,
})
