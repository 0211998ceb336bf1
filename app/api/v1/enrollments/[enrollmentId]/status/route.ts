import { changeEnrollmentStatus } from '@/lib/domain/enrollments/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(changeEnrollmentStatus, {
  summary: 'Take an enrollment to another state',
  description:
    'Ways: pending_documents → in_review | active (with a commitment) | withdrawn; in_review → active | pending_documents | withdrawn; active → graduated | withdrawn; withdrawn → active.',
  tags: ['enrollments'],
})
