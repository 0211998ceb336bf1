import { addDays, type IsoDay } from '@/lib/shared/dates'
import { gradeOrder, isGradeLevel, nextGrade } from '@/lib/shared/grades'
import { nextGroup } from '../enrollments/rules'

/** What becomes of a student when the year changes. `waits`: nothing yet. */
export const outcomes = ['promoted', 'repeats', 'graduates', 'leaves', 'waits'] as const
export type Outcome = (typeof outcomes)[number]

/** Why a student is not taken along; keys in messages/<lang>/rollovers.json. */
export const problems = [
  'undecided',
  'pendingDecision',
  'notActive',
  'inactive',
  'noNextGrade',
  'noDestination',
  'groupGone',
  'alreadyEnrolled',
  'workedOn',
  'failed',
] as const
export type Problem = (typeof problems)[number]

/** Days in which a run can be taken back. */
export const UNDO_DAYS = 30
export const undoUntil = (ranOn: IsoDay): IsoDay => addDays(ranOn, UNDO_DAYS)

export type Destination = {
  gradeLevel: string
  groupCode: string | null
  promotedTo: string | null
  repeatsIn: string | null
}

type OpenOutcome = 'promoted' | 'repeats' | 'waits'
export type Choices = {
  promotion: { undecided: OpenOutcome; pending: OpenOutcome }
  destinations: ReadonlyMap<string, Destination>
  /** Codes of the new year's groups, by grade. */
  groups: ReadonlyMap<string, readonly string[]>
}

export type Exception = {
  outcome: Outcome
  gradeLevel?: string | null | undefined
  groupCode?: string | null | undefined
}

export type SourceStudent = {
  gradeLevel: string
  groupCode: string | null
  /** Of the enrollment in the year that ends. */
  status: string
  isActive: boolean
  decision: { status: string; promotedTo: string | null } | null
  exception: Exception | null
  /** Enrolled in the new year, and not by this roll-over. */
  enrolledByHand: boolean
  /** This roll-over has graduated the student already. */
  graduatedHere: boolean
}

export type Planned = { outcome: Outcome; gradeLevel: string | null; groupCode: string | null; problem: Problem | null }

export const placeKey = ({ gradeLevel, groupCode }: { gradeLevel: string; groupCode: string | null }): string =>
  `${gradeLevel} ${groupCode ?? ''}`

/** The grade that follows; null where a school ends (11°, ciclo 6) and where there is none. */
export const gradeAfter = (gradeLevel: string): string | null =>
  isGradeLevel(gradeLevel) ? nextGrade(gradeLevel) : null
const isLast = (gradeLevel: string) => gradeLevel === '11' || gradeLevel === '26'

type Decided = { outcome: Outcome; problem: Problem | null; gradeLevel?: string | null }

/** What the meeting's decision means for the new year. */
function outcomeOf({ gradeLevel, decision }: SourceStudent, { undecided, pending }: Choices['promotion']): Decided {
  const open = (outcome: OpenOutcome, problem: Problem): Decided =>
    outcome === 'promoted' ? promoted(null) : { outcome, problem: outcome === 'waits' ? problem : null }
  const promoted = (to: string | null): Decided => {
    const next = to ?? gradeAfter(gradeLevel)
    if (next) return { outcome: 'promoted', problem: null, gradeLevel: next }
    return isLast(gradeLevel)
      ? { outcome: 'graduates', problem: null }
      : { outcome: 'promoted', problem: 'noNextGrade', gradeLevel: null }
  }
  // Promoted ahead of time and sitting in that grade already: how this year ends is another decision.
  const early = decision?.status === 'early' && decision.promotedTo === gradeLevel
  if (!decision || early) return open(undecided, 'undecided')
  if (decision.status === 'pending') return open(pending, 'pendingDecision')
  if (decision.status === 'not_promoted') return { outcome: 'repeats', problem: null }
  return promoted(decision.promotedTo)
}

/** An exception stands above every decision. */
function decided(student: SourceStudent, choices: Choices): Decided {
  const { exception, gradeLevel } = student
  if (!exception) return outcomeOf(student, choices.promotion)
  const { outcome } = exception
  if (outcome === 'waits') return { outcome, problem: 'undecided' }
  if (outcome !== 'promoted') return { outcome, problem: null }
  const next = exception.gradeLevel ?? gradeAfter(gradeLevel)
  return { outcome, problem: next ? null : 'noNextGrade', gradeLevel: next }
}

/**
 * Where one student goes, or why nowhere. The same facts give the same answer, so that a test run tells what the run does
 * and a second run finds nothing to do.
 */
export function planStudent(student: SourceStudent, choices: Choices): Planned {
  const { exception } = student
  const { outcome, problem, gradeLevel: next = null } = decided(student, choices)
  const gradeLevel =
    outcome === 'promoted' ? next : outcome === 'repeats' ? (exception?.gradeLevel ?? student.gradeLevel) : null
  const nowhere = (why: Problem | null): Planned => ({ outcome, gradeLevel, groupCode: null, problem: why })
  if (outcome === 'leaves') return nowhere(null)
  if (!student.isActive) return nowhere('inactive')
  if (student.status !== 'active' && !student.graduatedHere) return nowhere('notActive')
  if (problem || !gradeLevel) return nowhere(problem)
  if (student.enrolledByHand) return nowhere('alreadyEnrolled')
  const chosen = choices.destinations.get(placeKey(student))
  const code = exception?.groupCode ?? (outcome === 'promoted' ? chosen?.promotedTo : chosen?.repeatsIn)
  if (code === null || code === undefined) return nowhere('noDestination')
  if (code === '') return nowhere(null)
  if (!choices.groups.get(gradeLevel)?.includes(code)) return nowhere('groupGone')
  return { outcome, gradeLevel, groupCode: code, problem: null }
}

/** The group with that code, or the only one of its grade; null where somebody has to choose. */
function pick(code: string | null, among: readonly string[]): string | null {
  const same = among.find((one) => one.toUpperCase() === code?.toUpperCase())
  return same ?? (among.length === 1 ? (among[0] ?? null) : null)
}

/** What the wizard proposes for a group: 6-A goes on as 7-A, and who repeats stays in 6-A. */
export function proposeDestination(
  { gradeLevel, groupCode }: { gradeLevel: string; groupCode: string | null },
  groups: Choices['groups'],
): Destination {
  const next = gradeAfter(gradeLevel)
  const code = groupCode && isGradeLevel(gradeLevel) && next ? nextGroup(groupCode, gradeLevel, next as never) : null
  return {
    gradeLevel,
    groupCode,
    promotedTo: next ? pick(code, groups.get(next) ?? []) : null,
    repeatsIn: pick(groupCode, groups.get(gradeLevel) ?? []),
  }
}

/** By school order, then by code; students without a group last. */
export function byPlace(
  a: { gradeLevel: string; groupCode: string | null },
  b: { gradeLevel: string; groupCode: string | null },
): number {
  const grade = gradeOrder(a.gradeLevel) - gradeOrder(b.gradeLevel)
  return grade || (a.groupCode ?? '￿').localeCompare(b.groupCode ?? '￿', 'es', { numeric: true })
}

export type Result = {
  status: string
  outcome: string | null
  gradeLevel: string | null
  groupCode: string | null
  problem: string | null
}

/** Problems that say that the student is not to be taken along; the others only say that the way is barred now. */
const holdsBack = (problem: Problem) => problem === 'undecided' || problem === 'pendingDecision'

/**
 * Whether a run has nothing to do for a student: what it would do stands there already. A group that was renamed since, or a
 * student switched off, takes nobody's enrollment away: only another decision does.
 */
export function isDone(result: Result | null, planned: Planned): boolean {
  if (!result || (result.status !== 'done' && result.status !== 'skipped')) return false
  if (result.status === 'done' && planned.problem && !holdsBack(planned.problem) && result.outcome === planned.outcome)
    return true
  if (planned.problem || result.problem) return planned.problem === result.problem
  return (
    result.outcome === planned.outcome &&
    result.gradeLevel === planned.gradeLevel &&
    (result.groupCode ?? null) === planned.groupCode
  )
}
