import { readEnrollmentForm } from '@/lib/domain/enrollments/form/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readEnrollmentForm, {
  summary: 'Years, groups and asked papers for a new enrollment',
  tags: ['enrollments'],
})
