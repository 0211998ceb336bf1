import { findCandidates } from '@/lib/domain/enrollments/form/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(findCandidates, {
  summary: 'Children by name or number, with their last enrollment, at most twelve',
  tags: ['enrollments'],
})
