import { courseInputs, type MarkData, type Membership, seatsOf } from '../../evaluation/results/rules'
import type { YearData, YearPeriod } from '../../evaluation/results/year/rules'
import { type StudentYear, yearsOf } from '../../evaluation/results/year/rules'
import { defaultRules, rulesOfGrade } from '../../evaluation/rules'
import { passes } from '../../evaluation/scale/rules'
import { type EvaluationRules, evaluationRules, type NationalLevel } from '../../evaluation/schema'
import type { YearRows } from './schema'

const withoutTrace = (level: NationalLevel | null) => ({ steps: [], level })

function keptEntries(rules: EvaluationRules, rows: YearRows): YearData['entries'] {
  const gradeOf = new Map(rows.courses.map(({ id, gradeLevel }) => [id, gradeLevel]))
  return rows.kept.map(([courseId, enrollmentId, periodId, value, scaleMax, level]) => ({
    courseId,
    enrollmentId,
    periodId,
    kept: {
      value,
      level: level as NationalLevel | null,
      passes: value === null ? null : passes(rulesOfGrade(rules, gradeOf.get(courseId) ?? ''), value),
      scaleMax,
      trace: withoutTrace(level as NationalLevel | null),
    },
  }))
}

function liveEntries(rows: YearRows, memberships: readonly Membership[]): YearData['entries'] {
  const scores: MarkData['scores'] = rows.scores.map(([activityId, enrollmentId, status, score, scaleMax]) => ({
    activityId,
    enrollmentId,
    status: status as MarkData['scores'][number]['status'],
    score,
    scaleMax,
  }))
  const closed = new Set(rows.kept.map(([, , periodId]) => periodId))
  return rows.periods
    .filter(({ id, status }) => status !== 'draft' && !closed.has(id))
    .flatMap((period) => {
      const of = <T extends readonly unknown[]>(list: readonly T[]) => list.filter((row) => row[2] === period.id)
      const inputs = courseInputs(seatsOf(period, memberships), {
        memberships,
        scores,
        activities: of(rows.activities).map(([id, courseId, , title, weight, categoryId]) => ({
          id,
          courseId,
          title,
          weight,
          categoryId,
        })),
        categories: of(rows.categories).map(([id, courseId, , name, weight]) => ({ id, courseId, name, weight })),
        recoveries: of(rows.recoveries).map(toRecovery),
      })
      return inputs.map(({ seat: { courseId, enrollmentId }, input }) => ({
        courseId,
        enrollmentId,
        periodId: period.id,
        input,
      }))
    })
}

const toRecovery = ([courseId, enrollmentId, , score, ceiling]: YearRows['recoveries'][number]) => ({
  courseId,
  enrollmentId,
  score: score ?? '0',
  ceiling,
})

/** The rules of the year that the rows are of: the school's active ones, else those that a school starts from. */
export const rulesOf = (rows: Pick<YearRows, 'rules'>): EvaluationRules =>
  rows.rules ? evaluationRules.parse(rows.rules) : defaultRules()

/** Each student's year out of the rows: every subject and area in every period and so far, and what that means for promotion. */
export function studentYears(rules: EvaluationRules, rows: YearRows): Map<string, StudentYear> {
  const memberships = rows.seats.map(
    ([courseId, enrollmentId, subjectId, validFrom, validTo]): Membership => ({
      courseId,
      enrollmentId,
      subjectId,
      validFrom,
      validTo,
    }),
  )
  const periods: YearPeriod[] = rows.periods
  const [first, last] = [periods[0], periods.at(-1)]
  const span =
    first && last ? { startsOn: first.startsOn, endsOn: last.endsOn } : { startsOn: '0001-01-01', endsOn: '9999-12-31' }
  const data: YearData = {
    periods,
    courses: new Map(rows.courses.map((course) => [course.id, course])),
    seats: seatsOf(span, memberships),
    entries: [...keptEntries(rules, rows), ...liveEntries(rows, memberships)],
    recoveries: rows.recoveries.filter(([, , periodId]) => periodId === null).map(toRecovery),
    absences: new Map(rows.absences.map(([id, lessons, all, unjustified]) => [id, { lessons, all, unjustified }])),
  }
  return new Map(yearsOf(rules, data).map((year) => [year.enrollmentId, year]))
}
