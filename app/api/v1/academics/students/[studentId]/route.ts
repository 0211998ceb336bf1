import { readStudentAcademics } from '@/lib/domain/academics/placements/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readStudentAcademics, {
  summary: "A student's groups of all years, and the courses of today",
  tags: ['placements'],
})
