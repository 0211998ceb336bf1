import type { EnrollmentStatus } from '@/lib/shared/enrollment-status'

export type MoveChoice = { to: EnrollmentStatus; needsReason: boolean; needsCommitment: boolean }

export type MoveWording = EnrollmentStatus | 'activeCommitment' | 'reenter'

/** Which words of `enrollments.move` a step has: coming back and a commitment are activations of their own kind. */
export function wordingOf({ to, needsCommitment }: MoveChoice, from: EnrollmentStatus): MoveWording {
  if (to !== 'active') return to
  if (from === 'withdrawn') return 'reenter'
  return needsCommitment ? 'activeCommitment' : 'active'
}
