import { type GradeLevel, isGradeLevel, nextGrade } from '@/lib/shared/grades'

export const meetingStatuses = ['planned', 'held', 'signed'] as const
export type MeetingStatus = (typeof meetingStatuses)[number]

export const decisionKinds = ['promotion', 'recovery', 'support', 'warning', 'other'] as const
export type DecisionKind = (typeof decisionKinds)[number]

export const promotionChoices = ['promoted', 'not_promoted', 'pending', 'early'] as const
export type PromotionChoice = (typeof promotionChoices)[number]

type Verdict<T> = ({ ok: true } & T) | { ok: false; reason: string; field?: string }

/** Until the minutes are signed, what was decided can be put right; afterwards nothing changes. */
export const isOpen = (status: string): boolean => status === 'planned' || status === 'held'

/** Ending a meeting: once, and not without somebody present. */
export function endMeeting(status: string, present: number): Verdict<object> {
  if (status !== 'planned') return { ok: false, reason: 'meetings.refusal.notPlanned' }
  return present > 0 ? { ok: true } : { ok: false, reason: 'meetings.refusal.nobodyPresent' }
}

export type WantedPromotion = {
  status: PromotionChoice
  reason: string | null
  familyConsent: boolean
}

/**
 * Whether a meeting may decide this about a student's year, and where it leads.
 * The year's outcome belongs to the meeting at its end; promotion ahead of time to any meeting, with the family's consent
 * (Decreto 1290 de 2009, art. 7). Whatever differs from the proposal of the school's own criteria says why.
 * @returns `promotedTo`: the grade that follows; null where there is none, or the student stays
 */
export function decidePromotion(
  wanted: WantedPromotion,
  of: { gradeLevel: string; proposal: string; yearEnd: boolean },
): Verdict<{ promotedTo: GradeLevel | null }> {
  const { status, reason, familyConsent } = wanted
  const next = isGradeLevel(of.gradeLevel) ? nextGrade(of.gradeLevel) : null
  if (status === 'early') {
    if (!next) return { ok: false, reason: 'meetings.refusal.noNextGrade', field: 'status' }
    if (!familyConsent) return { ok: false, reason: 'meetings.refusal.consentRequired', field: 'familyConsent' }
    if (!reason) return { ok: false, reason: 'meetings.refusal.reasonRequired', field: 'reason' }
    return { ok: true, promotedTo: next }
  }
  if (!of.yearEnd) return { ok: false, reason: 'meetings.refusal.notYearEnd', field: 'status' }
  if (status !== of.proposal && !reason)
    return { ok: false, reason: 'meetings.refusal.reasonRequired', field: 'reason' }
  return { ok: true, promotedTo: status === 'promoted' ? next : null }
}

/** `AC-2026-00003`: numbers of minutes begin again with each calendar year. */
export const minutesSeries = (day: string): string => `AC-${day.slice(0, 4)}`
