import { readStudentMarks } from '@/lib/domain/evaluation/results/student/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readStudentMarks, {
  summary: 'The published marks of a child behind a family link',
  tags: ['evaluation'],
  audience: 'family',
})
