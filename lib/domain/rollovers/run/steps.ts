import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { dateToDay } from '@/lib/shared/dates'
import { type Papers, papersOfReturning } from '../../enrollments/documents/carry/steps'
import { ageFacts } from '../../enrollments/rules'
import { moveEnrollment, openedWith } from '../../enrollments/steps'
import { ensureConsentTexts } from '../../families/steps'
import { acceptsEnrollments } from '../../years/rules'
import type { YearStatus } from '../../years/schema'
import type { readRollover } from '../steps'
import type { Candidate } from '../students/rules'

export type Rollover = Awaited<ReturnType<typeof readRollover>>

/** What a run writes down for a student. */
export type Outcome = {
  candidate: Candidate
  status: 'done' | 'skipped'
  problem: string | null
  newEnrollmentId: string | null
  carried: number
  leftVersion: number | null
}

export const settled = (candidate: Candidate, over: Partial<Outcome> = {}): Outcome => ({
  candidate,
  status: candidate.planned.problem ? 'skipped' : 'done',
  problem: candidate.planned.problem,
  newEnrollmentId: null,
  carried: 0,
  leftVersion: null,
  ...over,
})

/**
 * Takes the roll-over's row for this portion: of two workers that were started for the same run the second one waits, and
 * then finds the students done. @throws AppError not_allowed_now when it is no longer in that state
 */
export async function holdRollover({ db }: CommandCall, id: string, status: 'running' | 'undoing'): Promise<void> {
  const { count } = await db.rollover.updateMany({ where: { id, status }, data: { updatedAt: new Date() } })
  if (count > 0) return
  const there = await db.rollover.findFirst({ where: { id }, select: { id: true } })
  throw there ? new AppError('not_allowed_now', { reason: 'rollovers.refusal.notUnderWay' }) : new AppError('not_found')
}

/** @throws AppError not_found when one of them is no enrollment of the year that ends */
export async function mustBeOf(
  { db }: CommandCall,
  rollover: Rollover,
  enrollmentIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(enrollmentIds)]
  const found = await db.enrollment.count({ where: { id: { in: ids }, schoolYearId: rollover.fromYear.id } })
  if (found < ids.length) throw new AppError('not_found')
}

/** The new year's row, so that it does not close under a portion. @throws AppError not_allowed_now when it is over */
export async function holdYear({ db }: CommandCall, id: string): Promise<void> {
  await db.schoolYear.updateMany({ where: { id }, data: { updatedAt: new Date() } })
  const year = await db.schoolYear.findFirst({ where: { id }, select: { name: true, status: true } })
  if (!year || !acceptsEnrollments(year.status as YearStatus))
    throw new AppError('not_allowed_now', {
      reason: 'enrollments.refusal.yearClosed',
      data: { year: year?.name ?? '' },
    })
}

const factsOf = ({ row, planned }: Candidate, startsOn: string) => ({
  studentId: row.studentId,
  kind: 'returning',
  gradeLevel: planned.gradeLevel ?? row.gradeLevel,
  documentType: row.student.documentType,
  documentNumber: row.student.documentNumber,
  ...ageFacts(row.student.birthDate && dateToDay(row.student.birthDate), startsOn),
})

function enrollmentRow(call: CommandCall, candidate: Candidate, papers: Papers, shift: string | null) {
  const { row, planned } = candidate
  const { status, history } = openedWith(call, papers.rows, 'rollover')
  return {
    student_id: row.studentId,
    kind: 'returning',
    grade_level: planned.gradeLevel,
    group_code: planned.groupCode,
    shift: shift ?? row.shift,
    status,
    status_history: history,
    missing_count: papers.missingCount,
    review_count: papers.reviewCount,
  }
}

/** The shift of each group of the new year, which a student takes over with the place. */
async function shiftsOf({ db }: CommandCall, schoolYearId: string): Promise<Map<string, string | null>> {
  const groups = await db.classGroup.findMany({
    where: { schoolYearId, isActive: true },
    select: { gradeLevel: true, code: true, shift: true },
  })
  return new Map(groups.map(({ gradeLevel, code, shift }) => [`${gradeLevel} ${code}`, shift]))
}

/**
 * Opens the enrollments of the new year, each with the papers that the school asks for and those that still count. Who was
 * enrolled by somebody else a moment ago keeps that enrollment, and is told.
 */
export async function openReturning(call: CommandCall, rollover: Rollover, going: Candidate[]): Promise<Outcome[]> {
  if (going.length === 0) return []
  const { rows, audit } = call
  const { toYear } = rollover
  const startsOn = dateToDay(toYear.startsOn)
  const [papers, shifts] = [
    await papersOfReturning(
      call,
      going.map((one) => factsOf(one, startsOn)),
      { id: toYear.id, startsOn },
    ),
    await shiftsOf(call, toYear.id),
  ]
  const papersOf = ({ row }: Candidate) => papers.get(row.studentId) as Papers
  const made = await rows.insert<{ id: string; student_id: string }>(
    'enrollments',
    going.map((one) => ({
      ...enrollmentRow(
        call,
        one,
        papersOf(one),
        shifts.get(`${one.planned.gradeLevel} ${one.planned.groupCode}`) ?? null,
      ),
      school_year_id: toYear.id,
    })),
    { skip: true, returning: ['id', 'student_id'] },
  )
  const idOf = new Map(made.map(({ id, student_id }) => [student_id, id]))
  await rows.insert(
    'enrollment_documents',
    going.flatMap((one) => {
      const enrollmentId = idOf.get(one.row.studentId)
      return enrollmentId ? papersOf(one).rows.map((paper) => ({ enrollment_id: enrollmentId, ...paper })) : []
    }),
  )
  const consents = new Set(
    [...papers.values()].flatMap((one) =>
      one.rows.flatMap((row) => (row.kind === 'consent' ? [row.document_type] : [])),
    ),
  )
  await ensureConsentTexts(call, [...consents])
  return going.map((one) => {
    const { row, planned } = one
    const id = idOf.get(row.studentId)
    if (!id) return settled(one, { status: 'skipped', problem: 'alreadyEnrolled' })
    const { gradeLevel, groupCode } = planned
    audit({
      action: 'enrollment.create',
      entity: 'enrollment',
      entityId: id,
      studentId: row.studentId,
      after: { year: toYear.name, kind: 'returning', gradeLevel, groupCode },
    })
    return settled(one, { newEnrollmentId: id, carried: papersOf(one).carried, leftVersion: 1 })
  })
}

/** Ends the school years of those who graduate. */
export async function graduate(call: CommandCall, leaving: Candidate[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const one of leaving) {
    if (one.row.status === 'graduated') outcomes.push(settled(one, { leftVersion: one.result?.leftVersion ?? null }))
    else {
      const { version } = await moveEnrollment(call, { id: one.row.id, to: 'graduated', reason: 'rollover' })
      outcomes.push(settled(one, { leftVersion: version }))
    }
  }
  return outcomes
}

/** Writes down what became of the students, in the row that each has or a new one. */
export async function writeOutcomes(call: CommandCall, rolloverId: string, outcomes: Outcome[]): Promise<void> {
  const { rows } = call
  const columns = ({ candidate, ...outcome }: Outcome) => ({
    status: outcome.status,
    outcome: candidate.planned.outcome,
    grade_level: candidate.planned.gradeLevel,
    group_code: candidate.planned.groupCode,
    problem: outcome.problem,
    new_enrollment_id: outcome.newEnrollmentId,
    carried: outcome.carried,
    left_version: outcome.leftVersion,
    done_at: new Date(),
  })
  await rows.insert(
    'rollover_students',
    outcomes
      .filter(({ candidate }) => !candidate.result)
      .map((outcome) => ({
        rollover_id: rolloverId,
        enrollment_id: outcome.candidate.row.id,
        ...columns(outcome),
      })),
  )
  for (const outcome of outcomes)
    if (outcome.candidate.result)
      await rows.update('rollover_students', { id: outcome.candidate.result.id }, columns(outcome))
}
