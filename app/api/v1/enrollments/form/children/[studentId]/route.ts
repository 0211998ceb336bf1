import { readChildToEnroll } from '@/lib/domain/enrollments/form/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readChildToEnroll, {
  summary: 'A known child with guardians and the proposal for the next year',
  tags: ['enrollments'],
})
