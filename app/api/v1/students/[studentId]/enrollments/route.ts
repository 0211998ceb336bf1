import { listEnrollmentsOfStudent } from '@/lib/domain/students/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listEnrollmentsOfStudent, { summary: 'Enrollments of a student', tags: ['students'] })
