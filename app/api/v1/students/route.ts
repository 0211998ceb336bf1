import { createStudent } from '@/lib/domain/students/commands'
import { listStudents } from '@/lib/domain/students/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listStudents, {
  summary: 'List students by surname, with the enrollment of one year',
  tags: ['students'],
})
export const POST = endpoint(createStudent, {
  summary: 'Create a student',
  description:
    'Answers 409 `duplicate` with `data.candidates` when records look like the same child; repeat with their ids in `acceptDuplicate`.',
  tags: ['students'],
  status: 201,
})
