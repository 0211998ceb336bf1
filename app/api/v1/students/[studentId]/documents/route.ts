import { listDocumentsOfStudent } from '@/lib/domain/students/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listDocumentsOfStudent, {
  summary: 'Enrollment documents of a student, all years',
  tags: ['students'],
})
