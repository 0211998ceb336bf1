import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { dateToDay } from '@/lib/shared/dates'
import type { Mark } from '../marks/rules'
import { yearsOf } from '../results/year/rules'
import { readYearData } from '../results/year/steps'
import { rulesOfGrade } from '../rules'
import type { EvaluationRules, StageRules } from '../schema'
import { rulesFor } from '../steps'
import type { RecoveryRow } from './schema'

export const recoveryColumns = {
  id: true,
  courseOfferingId: true,
  academicPeriodId: true,
  enrollmentId: true,
  status: true,
  originalValue: true,
  score: true,
  finalValue: true,
  ceiling: true,
  heldOn: true,
  note: true,
  version: true,
  updatedAt: true,
  recorder: { select: { fullName: true } },
  enrollment: { select: { studentId: true, student: { select: { fullName: true } } } },
} as const

type Figure = { toFixed(): string }
export type StoredRecovery = {
  id: string
  courseOfferingId: string
  academicPeriodId: string | null
  enrollmentId: string
  status: string
  originalValue: Figure
  score: Figure | null
  finalValue: Figure | null
  ceiling: Figure | null
  heldOn: Date | null
  note: string | null
  version: number
  updatedAt: Date
  recorder: { fullName: string } | null
  enrollment: { studentId: string; student: { fullName: string } }
}

export const toRecovery = ({
  recorder,
  enrollment,
  updatedAt,
  heldOn,
  status,
  ...row
}: StoredRecovery): RecoveryRow => ({
  ...row,
  status: status as RecoveryRow['status'],
  student: enrollment.student.fullName,
  originalValue: row.originalValue.toFixed(),
  score: row.score?.toFixed() ?? null,
  finalValue: row.finalValue?.toFixed() ?? null,
  ceiling: row.ceiling?.toFixed() ?? null,
  heldOn: heldOn && dateToDay(heldOn),
  recordedBy: recorder?.fullName ?? null,
  updatedAt: updatedAt.toISOString(),
})

type Which = { schoolYearId: string; courseOfferingId: string; academicPeriodId: string | null; enrollmentId: string }

/**
 * The mark that a recovery is about, with the rules it is made by: the course's in the period, or in the year.
 * @throws AppError not_found when the student has no such mark
 */
export async function markToRecover(
  db: TenantClient,
  which: Which,
): Promise<{ mark: Mark; rules: StageRules; all: EvaluationRules }> {
  const { schoolYearId, courseOfferingId, academicPeriodId, enrollmentId } = which
  const { rules: all } = await rulesFor({ db }, academicPeriodId ? { academicPeriodId } : { schoolYearId })
  const data = await readYearData(db, all, { schoolYearId, enrollmentIds: [enrollmentId] })
  const course = data.courses.get(courseOfferingId)
  const [student] = yearsOf(all, data)
  const subject = student?.subjects.find(({ subjectId }) => subjectId === course?.subjectId)
  const mark = academicPeriodId ? subject?.periods.find(({ periodId }) => periodId === academicPeriodId) : subject?.year
  if (!course || !subject || !mark) throw new AppError('not_found')
  const own = rulesOfGrade(all, course.gradeLevel)
  return { mark, all, rules: course.assessment === 'descriptive' ? { ...own, assessment: 'descriptive' } : own }
}
