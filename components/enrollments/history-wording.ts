import type { EnrollmentDetail } from '@/lib/domain/enrollments/schema'
import type { EnrollmentStatus } from '@/lib/shared/enrollment-status'

type Entry = EnrollmentDetail['history'][number]

const automatic = {
  pending_documents: ['created', 'document_rejected'],
  in_review: ['documents_sent'],
  active: ['documents_validated', 'commitment'],
  graduated: [],
  withdrawn: [],
} as const satisfies Record<EnrollmentStatus, readonly string[]>

type Automatic = { [S in EnrollmentStatus]: `${S}.${(typeof automatic)[S][number]}` }[EnrollmentStatus]
export type HistorySentence = Automatic | `${EnrollmentStatus}.other` | 'active.returned'

/** Which sentence of `enrollments.history` a line reads as, and the reason in a person's own words if there is one. */
export function historyWording(
  { status, reason, commitmentDueOn }: Pick<Entry, 'status' | 'reason' | 'commitmentDueOn'>,
  before: EnrollmentStatus | undefined,
): { sentence: HistorySentence; ownReason: string | null } {
  const known = (automatic[status] as readonly string[]).includes(reason ?? '')
  const ownReason = known ? null : reason
  if (status === 'active' && commitmentDueOn) return { sentence: 'active.commitment', ownReason }
  if (known) return { sentence: `${status}.${reason}` as Automatic, ownReason }
  if (status === 'active' && before === 'withdrawn') return { sentence: 'active.returned', ownReason }
  return { sentence: `${status}.other`, ownReason }
}
