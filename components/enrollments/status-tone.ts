import type { Tone } from '@/components/ui/tone'
import type { EnrollmentStatus } from '@/lib/shared/enrollment-status'

export const statusTone: Record<EnrollmentStatus, Tone> = {
  pending_documents: 'warning',
  in_review: 'info',
  active: 'ok',
  graduated: 'accent',
  withdrawn: 'neutral',
}
