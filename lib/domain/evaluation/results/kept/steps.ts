import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { canonicalJson } from '@/lib/shared/canonical-json'
import { dateToDay } from '@/lib/shared/dates'
import type { EvaluationRules } from '../../schema'
import { ensureRules, rulesFor } from '../../steps'
import { type ComputedMark, type CourseFacts, computeMarks, type Db, type PeriodFacts, readCourses } from '../steps'

type Call = Pick<CommandCall, 'db' | 'ctx' | 'audit' | 'rows'>
type Kept = {
  id: string
  version: number
  value: { toFixed(): string } | null
  level: string | null
  evaluationRulesId: string
  trace: unknown
}

const keyOf = ({ courseId, enrollmentId }: { courseId: string; enrollmentId: string }) => `${courseId} ${enrollmentId}`

async function readKept(db: Db, academicPeriodId: string, courseIds: string[], enrollmentIds?: string[]) {
  const rows = await db.courseResult.findMany({
    where: {
      academicPeriodId,
      courseOfferingId: { in: courseIds },
      ...(enrollmentIds ? { enrollmentId: { in: enrollmentIds } } : {}),
    },
    select: {
      id: true,
      version: true,
      courseOfferingId: true,
      enrollmentId: true,
      value: true,
      level: true,
      evaluationRulesId: true,
      trace: true,
    },
  })
  return new Map(
    rows.map(({ courseOfferingId, enrollmentId, ...row }): [string, Kept] => [
      keyOf({ courseId: courseOfferingId, enrollmentId }),
      row,
    ]),
  )
}

const isKept = (kept: Kept | undefined, mark: ComputedMark, rulesId: string) =>
  kept !== undefined &&
  (kept.value?.toFixed() ?? null) === mark.value &&
  kept.level === mark.level &&
  kept.evaluationRulesId === rulesId &&
  // Keys of a stored object come back in another order.
  canonicalJson(kept.trace) === canonicalJson(mark.trace)

async function keep(
  { db, rows }: Call,
  period: PeriodFacts,
  courses: readonly CourseFacts[],
  rules: { id: string; rules: EvaluationRules },
  enrollmentIds?: string[],
): Promise<number> {
  const courseIds = courses.map(({ id }) => id)
  const marks = await computeMarks(db, rules.rules, { period, courses, ...(enrollmentIds ? { enrollmentIds } : {}) })
  const kept = await readKept(db, period.id, courseIds, enrollmentIds)
  const fresh = marks.filter((mark) => !isKept(kept.get(keyOf(mark)), mark, rules.id))
  const wanted = new Set(marks.map(keyOf))
  const gone = [...kept].filter(([key]) => !wanted.has(key)).map(([, row]) => row.id)
  const replaced = fresh.flatMap((mark) => kept.get(keyOf(mark))?.id ?? [])
  if (gone.length + replaced.length > 0)
    await db.courseResult.deleteMany({ where: { id: { in: [...gone, ...replaced] } } })
  if (fresh.length === 0) return gone.length
  await rows.insert(
    'course_results',
    fresh.map((mark) => {
      const before = kept.get(keyOf(mark))
      return {
        ...(before ? { id: before.id } : {}),
        version: (before?.version ?? 0) + 1,
        course_offering_id: mark.courseId,
        academic_period_id: period.id,
        enrollment_id: mark.enrollmentId,
        evaluation_rules_id: rules.id,
        value: mark.value,
        scale_max: mark.scaleMax,
        level: mark.level,
        trace: mark.trace,
      }
    }),
  )
  return fresh.length + gone.length
}

export type Recompute = { academicPeriodId: string; enrollmentIds?: string[] } & (
  | { classGroupId: string }
  | { courseIds: string[] }
)

/**
 * Writes the marks of a group (or of some courses) in a period as they follow from the scores: called when a period is
 * closed, and when a recovery is recorded in a closed one. Rows that stay the same are not touched; a group of 40 × 12 costs
 * eight reads and two writes. Open periods keep no rows: their marks are computed where they are read.
 * @returns how many rows were written or taken away
 * @throws AppError not_found when there is no such period in the school
 */
export async function recompute(call: Call, { academicPeriodId, enrollmentIds, ...which }: Recompute): Promise<number> {
  const { db } = call
  const found = await db.academicPeriod.findFirst({
    where: { id: academicPeriodId },
    select: { id: true, startsOn: true, endsOn: true, schoolYearId: true },
  })
  if (!found) throw new AppError('not_found')
  const { schoolYearId, ...span } = found
  const inForce = await rulesFor(call, { academicPeriodId })
  const rules = inForce.id ? { id: inForce.id, rules: inForce.rules } : await ensureRules(call, schoolYearId)
  const courses = await readCourses(db, 'courseIds' in which ? { id: { in: which.courseIds } } : which)
  const period = { ...span, startsOn: dateToDay(span.startsOn), endsOn: dateToDay(span.endsOn) }
  return keep(call, period, courses, rules, enrollmentIds)
}
