import { daysBetween, type IsoDay, today } from '@/lib/shared/dates'
import type { EnrollmentStatus } from '@/lib/shared/enrollment-status'
import { type GradeLevel, gradePrefix, nextGrade } from '@/lib/shared/grades'
import type { DocumentStatus } from './documents/schema'
import type { StatusHistoryEntry } from './schema'

export const enrollmentKinds = ['new', 'returning', 'transfer'] as const
export type EnrollmentKind = (typeof enrollmentKinds)[number]

export const shifts = ['full_day', 'morning', 'afternoon', 'night', 'weekend', 'single'] as const
export type Shift = (typeof shifts)[number]

export const isShift = (code: string): code is Shift => shifts.some((shift) => shift === code)

export type DocumentFact = { required: boolean; status: DocumentStatus }

/** Keys in messages/<lang>/enrollments.json. */
export type EnrollmentRefusal =
  | 'enrollments.refusal.sameStatus'
  | 'enrollments.refusal.notPossible'
  | 'enrollments.refusal.reasonRequired'
  | 'enrollments.refusal.documentsMissing'
  | 'enrollments.refusal.commitmentRequired'
  | 'enrollments.refusal.commitmentDuePast'
  | 'enrollments.refusal.commitmentTooLong'

type Step = {
  from: EnrollmentStatus
  to: EnrollmentStatus
  reason?: true
  commitment?: 'always' | 'ifMissing'
  sent?: true
}

/**
 * The ways of an enrollment. A child is never kept out for missing papers: `pending_documents → active` is open with a
 * signed commitment (DURSE 2.3.3.2.2.1.4 and the official schools' practice).
 */
const steps: Step[] = [
  { from: 'pending_documents', to: 'in_review', sent: true },
  { from: 'pending_documents', to: 'active', commitment: 'always' },
  { from: 'pending_documents', to: 'withdrawn', reason: true },
  { from: 'in_review', to: 'active', commitment: 'ifMissing' },
  { from: 'in_review', to: 'pending_documents', reason: true },
  { from: 'in_review', to: 'withdrawn', reason: true },
  { from: 'active', to: 'graduated' },
  { from: 'active', to: 'withdrawn', reason: true },
  { from: 'withdrawn', to: 'active', reason: true },
]

export type TransitionFacts = {
  now: Date
  /** The user's id; null when a guardian's upload or a job caused it. */
  changedBy: string | null
  reason?: string | null
  commitment?: { dueOn: IsoDay } | null
  documents: readonly DocumentFact[]
}

export type Transition =
  | { ok: true; entry: StatusHistoryEntry; commitmentDueOn: IsoDay | null }
  | { ok: false; reason: EnrollmentRefusal; field?: 'status' | 'reason' | 'commitment.dueOn' }

/** While one of these, the family and the office still work on its papers. */
export const openStatuses = ['pending_documents', 'in_review', 'active'] as const

const inState = (documents: readonly DocumentFact[], ...states: DocumentStatus[]) =>
  documents.filter((document) => document.required).every((document) => states.includes(document.status))

/** A promise reaches from today to at most a year ahead. */
function commitmentProblem(dueOn: IsoDay, now: Date): EnrollmentRefusal | null {
  const days = daysBetween(today(now), dueOn)
  if (days < 0) return 'enrollments.refusal.commitmentDuePast'
  return days > 366 ? 'enrollments.refusal.commitmentTooLong' : null
}

/**
 * Whether an enrollment may go from one state to another, and the line for its history if so. `commitmentDueOn` is to be
 * stored beside the new state: the day of a commitment just given, else null.
 */
export function transition(from: EnrollmentStatus, to: EnrollmentStatus, facts: TransitionFacts): Transition {
  if (from === to) return { ok: false, reason: 'enrollments.refusal.sameStatus', field: 'status' }
  const step = steps.find((candidate) => candidate.from === from && candidate.to === to)
  if (!step) return { ok: false, reason: 'enrollments.refusal.notPossible', field: 'status' }
  const reason = facts.reason?.trim() || null
  if (step.reason && !reason) return { ok: false, reason: 'enrollments.refusal.reasonRequired', field: 'reason' }
  if (step.sent && !inState(facts.documents, 'uploaded', 'validated'))
    return { ok: false, reason: 'enrollments.refusal.documentsMissing', field: 'status' }

  const needsCommitment =
    step.commitment === 'always' || (step.commitment === 'ifMissing' && !inState(facts.documents, 'validated'))
  if (needsCommitment && !facts.commitment)
    return { ok: false, reason: 'enrollments.refusal.commitmentRequired', field: 'commitment.dueOn' }
  const commitment = needsCommitment ? facts.commitment : null
  const problem = commitment && commitmentProblem(commitment.dueOn, facts.now)
  if (problem) return { ok: false, reason: problem, field: 'commitment.dueOn' }

  const entry = historyEntry(to, facts.now, facts.changedBy, reason ?? (commitment ? 'commitment' : null))
  return commitment
    ? { ok: true, entry: { ...entry, commitment_due_on: commitment.dueOn }, commitmentDueOn: commitment.dueOn }
    : { ok: true, entry, commitmentDueOn: null }
}

export function historyEntry(
  status: EnrollmentStatus,
  now: Date,
  changedBy: string | null,
  reason: string | null,
): StatusHistoryEntry {
  return { status, changed_at: now.toISOString(), changed_by: changedBy, reason }
}

export type StatusChoice = { to: EnrollmentStatus; needsReason: boolean; needsCommitment: boolean }

/** Where a person may take an enrollment by hand now, in the order of a menu, with what the form has to ask. */
export function statusChoices(from: EnrollmentStatus, documents: readonly DocumentFact[]): StatusChoice[] {
  return steps
    .filter((step) => step.from === from && (!step.sent || inState(documents, 'uploaded', 'validated')))
    .map((step) => ({
      to: step.to,
      needsReason: step.reason === true,
      needsCommitment:
        step.commitment === 'always' || (step.commitment === 'ifMissing' && !inState(documents, 'validated')),
    }))
}

/** The state of a new enrollment: waiting for papers, or for a reviewer when nothing is asked for. */
export function initialStatus(documents: readonly DocumentFact[]): 'pending_documents' | 'in_review' {
  return inState(documents, 'uploaded', 'validated') ? 'in_review' : 'pending_documents'
}

export type AutomaticStep = {
  to: EnrollmentStatus
  reason: 'documents_sent' | 'documents_validated' | 'document_rejected'
}

/**
 * Where the documents lead by themselves after one was sent, accepted or rejected; null when the enrollment stays.
 * Call it again with the new state until null: everything validated at once leads through `in_review` to `active`.
 * Active, graduated and withdrawn enrollments never move by documents.
 */
export function nextStatusAfterReview(
  status: EnrollmentStatus,
  documents: readonly DocumentFact[],
): AutomaticStep | null {
  if (status === 'pending_documents' && inState(documents, 'uploaded', 'validated'))
    return { to: 'in_review', reason: 'documents_sent' }
  if (status !== 'in_review') return null
  if (inState(documents, 'validated')) return { to: 'active', reason: 'documents_validated' }
  const rejected = documents.some((document) => document.required && document.status === 'rejected')
  return rejected ? { to: 'pending_documents', reason: 'document_rejected' } : null
}

/** How a commitment stands on a day: `soon` within a week. `missing` counts required documents not validated. */
export function commitmentState(
  dueOn: IsoDay | null,
  missing: number,
  on: IsoDay,
): 'none' | 'met' | 'running' | 'soon' | 'overdue' {
  if (!dueOn) return 'none'
  if (missing === 0) return 'met'
  const days = daysBetween(on, dueOn)
  return days < 0 ? 'overdue' : days <= 7 ? 'soon' : 'running'
}

export type Placement = {
  kind: EnrollmentKind
  gradeLevel: GradeLevel | null
  groupCode: string | null
  shift: Shift | null
}

/** The group that a class goes on as: the same letter; what begins with its grade (501, 5-A) begins with the next one (601, 6-A). */
export function nextGroup(groupCode: string | null, from: GradeLevel, to: GradeLevel | null): string | null {
  if (!groupCode || !to) return null
  const [old, next] = [`${gradePrefix(from)}-`, `${gradePrefix(to)}-`]
  if (groupCode.startsWith(old)) return `${next}${groupCode.slice(old.length)}`.slice(0, 10)
  const numbered = groupCode.startsWith(from) && /^\d+$/.test(groupCode) && groupCode.length > from.length
  return numbered ? `${to}${groupCode.slice(from.length)}`.slice(0, 10) : groupCode
}

/** What the form proposes from the child's last enrollment here: the next grade with the same class, in the same shift. */
export function proposePlacement(
  last: { gradeLevel: GradeLevel; groupCode?: string | null; shift: Shift | null } | null,
): Placement {
  if (!last) return { kind: 'new', gradeLevel: null, groupCode: null, shift: null }
  const gradeLevel = nextGrade(last.gradeLevel)
  const groupCode = nextGroup(last.groupCode ?? null, last.gradeLevel, gradeLevel)
  return { kind: 'returning', gradeLevel, groupCode, shift: last.shift }
}

/** The age that decides which papers are asked for: that of the year's first day, or of today once it runs. */
export function ageFacts(birthDate: IsoDay | null | undefined, startsOn: IsoDay, now = new Date()) {
  const on = today(now) > startsOn ? today(now) : startsOn
  return { birthDate: birthDate ?? null, on }
}
