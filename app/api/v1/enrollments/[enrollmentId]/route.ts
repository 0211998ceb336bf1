import { updateEnrollment } from '@/lib/domain/enrollments/commands'
import { readEnrollment } from '@/lib/domain/enrollments/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readEnrollment, {
  summary: 'One enrollment with its history, papers and guardians',
  tags: ['enrollments'],
})
export const PATCH = endpoint(updateEnrollment, {
  summary: 'Correct grade, group, shift or kind',
  tags: ['enrollments'],
})
