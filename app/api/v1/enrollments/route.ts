import { enrollChild } from '@/lib/domain/enrollments/form/commands'
import { listEnrollments } from '@/lib/domain/enrollments/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listEnrollments, {
  summary: "List enrollments by the child's surname",
  description: 'Without `yearId` the open years (planning and active); `years=all` takes every year.',
  tags: ['enrollments'],
})
export const POST = endpoint(enrollChild, {
  summary: 'Enroll a child, known or new, with guardians and papers',
  description:
    'Everything or nothing. Answers 409 `duplicate` with `data.enrollmentId` when the child is enrolled in that year, with `data.studentId` or `data.candidates` when the new child may be one whom the school knows.',
  tags: ['enrollments'],
  status: 201,
})
