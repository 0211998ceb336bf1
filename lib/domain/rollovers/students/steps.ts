import type { TenantClient } from '@/lib/platform/db/tenant'
import { planStudent, type SourceStudent } from '../rules'
import { type PlannedStudent, storedException } from '../schema'
import { codesByGrade, destinationsOf, promotionOf, readGroups, type readRollover } from '../steps'
import { type Candidate, problemOf } from './rules'

type Rollover = Awaited<ReturnType<typeof readRollover>>
type Call = { db: TenantClient }

const resultColumns = {
  id: true,
  enrollmentId: true,
  exception: true,
  status: true,
  outcome: true,
  gradeLevel: true,
  groupCode: true,
  problem: true,
  newEnrollmentId: true,
  carried: true,
  leftVersion: true,
} as const

/** Who is in the year that ends: whoever has not left it, and whom this roll-over graduated. */
const inYear = (rollover: { id: string; fromYear: { id: string } }, enrollmentIds?: readonly string[]) => ({
  schoolYearId: rollover.fromYear.id,
  ...(enrollmentIds ? { id: { in: [...enrollmentIds] } } : {}),
  OR: [
    { status: { in: ['pending_documents', 'in_review', 'active'] } },
    { rolloversOut: { some: { rolloverId: rollover.id, outcome: 'graduates', status: { in: ['done', 'kept'] } } } },
  ],
})

async function readRows({ db }: Call, rollover: Rollover, enrollmentIds?: readonly string[]) {
  const enrollments = await db.enrollment.findMany({
    where: inYear(rollover, enrollmentIds),
    select: {
      id: true,
      studentId: true,
      gradeLevel: true,
      groupCode: true,
      shift: true,
      status: true,
      student: {
        select: {
          fullName: true,
          searchText: true,
          isActive: true,
          documentType: true,
          documentNumber: true,
          birthDate: true,
        },
      },
      promotion: { select: { status: true, promotedTo: true } },
    },
  })
  const [results, others] = await Promise.all([
    db.rolloverStudent.findMany({
      where: { rolloverId: rollover.id, ...(enrollmentIds ? { enrollmentId: { in: [...enrollmentIds] } } : {}) },
      select: resultColumns,
    }),
    db.enrollment.findMany({
      where: {
        schoolYearId: rollover.toYear.id,
        ...(enrollmentIds ? { studentId: { in: enrollments.map(({ studentId }) => studentId) } } : {}),
      },
      select: { id: true, studentId: true },
    }),
  ])
  return { enrollments, results, others }
}
function sourceOf(row: Candidate['row'], result: Candidate['result'], other: string | null): SourceStudent {
  return {
    gradeLevel: row.gradeLevel,
    groupCode: row.groupCode,
    status: row.status,
    isActive: row.student.isActive,
    decision: row.promotion,
    exception: storedException
      .nullable()
      .catch(null)
      .parse(result?.exception ?? null),
    enrolledByHand: other !== null && other !== result?.newEnrollmentId,
    graduatedHere: row.status === 'graduated',
  }
}

/** Everybody of the year that ends (or those who are named), each with where the plan leads and what a run did. */
export async function readCandidates(
  call: Call,
  rollover: Rollover,
  { enrollmentIds, planned = true }: { enrollmentIds?: readonly string[]; planned?: boolean } = {},
): Promise<{ candidates: Candidate[]; groups: Awaited<ReturnType<typeof readGroups>> }> {
  const [{ enrollments, results, others }, groups] = await Promise.all([
    readRows(call, rollover, enrollmentIds),
    readGroups(call, rollover, { planned }),
  ])
  const codes = codesByGrade(groups)
  const choices = {
    promotion: promotionOf(rollover.steps),
    destinations: destinationsOf(enrollments, rollover.steps, codes),
    groups: codes,
  }
  const resultOf = new Map(results.map((result) => [result.enrollmentId, result]))
  const otherOf = new Map(others.map(({ studentId, id }) => [studentId, id]))
  const candidates = enrollments.map((row) => {
    const [result, other] = [resultOf.get(row.id) ?? null, otherOf.get(row.studentId) ?? null]
    const source = sourceOf(row, result, other)
    return {
      row,
      result,
      other,
      planned: planStudent(source, choices),
      exception: source.exception as Candidate['exception'],
    }
  })
  return { candidates, groups }
}

/** A student of the roll-over as screens and programs read one. */
export const toPlanned = ({ row, result, other, planned, exception }: Candidate): PlannedStudent => ({
  enrollmentId: row.id,
  studentId: row.studentId,
  name: row.student.fullName,
  gradeLevel: row.gradeLevel,
  groupCode: row.groupCode,
  decision: row.promotion?.status ?? null,
  outcome: planned.outcome,
  toGrade: planned.gradeLevel,
  toGroup: planned.groupCode,
  problem: problemOf({ planned, result }),
  otherEnrollmentId: other,
  exception,
  result:
    result && result.status !== 'planned'
      ? { status: result.status, problem: result.problem, carried: result.carried }
      : null,
})
