import { decimal, plainText, settle } from '@/lib/shared/decimal'
import type { Mark } from '../../marks/rules'
import { areaMark, type CourseInput, courseMark, type Recovered, yearMark } from '../../marks/rules'
import { promotionOf } from '../../promotion/rules'
import type { PromotionTrace } from '../../promotion/schema'
import { rulesOfGrade } from '../../rules'
import type { EvaluationRules, StageRules } from '../../schema'

/** A course as a year's marks need it. Numbers are decimal texts. */
export type YearCourse = {
  id: string
  subjectId: string
  subject: string
  areaId: string
  area: string
  areaPosition: number
  position: number
  hours: string
  weight: string | null
  gradeLevel: string
  assessment: string
}
export type YearPeriod = { id: string; number: number; name: string; status: string; startsOn: string; endsOn: string }
/** What there is of a course, a student and a period: kept when it was closed, or what it can be computed from. */
export type PeriodEntry = {
  courseId: string
  enrollmentId: string
  periodId: string
  kept?: Mark & { scaleMax: string }
  input?: CourseInput
}
export type YearData = {
  periods: readonly YearPeriod[]
  /** The course of each subject in which a student sits now, or sat last. */
  seats: readonly { courseId: string; enrollmentId: string }[]
  courses: ReadonlyMap<string, YearCourse>
  entries: readonly PeriodEntry[]
  recoveries: readonly (Recovered & { courseId: string; enrollmentId: string })[]
  /** By enrollment: lessons, those missed, and those missed without an excuse. */
  absences: ReadonlyMap<string, { lessons: number; all: number; unjustified: number }>
}

export type PeriodMark = Mark & { periodId: string; number: number; name: string }
export type SubjectYear = YearCourse & { periods: PeriodMark[]; year: Mark }
export type AreaYear = { id: string; name: string; periods: PeriodMark[]; year: Mark }
export type StudentYear = {
  enrollmentId: string
  subjects: SubjectYear[]
  areas: AreaYear[]
  promotion: PromotionTrace
}

const stageOfCourse = (rules: EvaluationRules, { gradeLevel, assessment }: YearCourse): StageRules => {
  const own = rulesOfGrade(rules, gradeLevel)
  return assessment === 'descriptive' ? { ...own, assessment } : own
}

/** A mark kept under another scale keeps its share of the maximum. */
function inScale({ scale }: StageRules, mark: Mark & { scaleMax: string }): string | null {
  if (mark.value === null || decimal(mark.scaleMax).cmp(scale.max) === 0) return mark.value
  return plainText(settle(decimal(mark.value).times(scale.max).div(mark.scaleMax)))
}

const none: Mark = { value: null, level: null, passes: null, trace: { steps: [], level: null } }

/** Percent of the lessons missed, with two decimals; null without a roll call. */
function absencePercent(
  rules: StageRules,
  counts: { lessons: number; all: number; unjustified: number } | undefined,
): string | null {
  if (!counts || counts.lessons === 0) return null
  const missed = rules.promotion.absences === 'all' ? counts.all : counts.unjustified
  return plainText(decimal(missed).times(100).div(counts.lessons).round(2))
}

function subjectYear(
  rules: EvaluationRules,
  data: YearData,
  course: YearCourse,
  entries: readonly PeriodEntry[],
  recovery: Recovered | undefined,
): SubjectYear {
  const own = stageOfCourse(rules, course)
  const marks = data.periods.map(({ id, number, name }): PeriodMark => {
    const entry = entries.find(({ periodId }) => periodId === id)
    const mark = entry?.kept
      ? { ...entry.kept, value: inScale(own, entry.kept) }
      : entry?.input
        ? courseMark(own, entry.input)
        : none
    const { value, level, passes, trace } = mark
    return { periodId: id, number, name, value, level, passes, trace }
  })
  return { ...course, periods: marks, year: yearMark(own, { periods: marks, ...(recovery ? { recovery } : {}) }) }
}

function areaYear(rules: StageRules, data: YearData, subjects: readonly SubjectYear[]): AreaYear {
  const [first] = subjects as [SubjectYear, ...SubjectYear[]]
  const told: StageRules = subjects.every(({ assessment }) => assessment === 'descriptive')
    ? { ...rules, assessment: 'descriptive' }
    : rules
  const from = (read: (subject: SubjectYear) => string | null) =>
    areaMark(told, {
      subjects: subjects
        .filter(({ assessment }) => told.assessment === 'descriptive' || assessment !== 'descriptive')
        .map((one) => ({ name: one.subject, value: read(one), hours: one.hours, weight: one.weight })),
    })
  const periods = data.periods.map(({ id, number, name }, index) => ({
    periodId: id,
    number,
    name,
    ...from(({ periods }) => periods[index]?.value ?? null),
  }))
  return { id: first.areaId, name: first.area, periods, year: from(({ year }) => year.value) }
}

/** Something told in words has no number, and so cannot be failed. */
const counted = (marks: readonly { name: string; year: Mark }[]) =>
  marks
    .filter(({ year }) => !year.trace.steps.some((step) => step.what === 'empty' && step.reason === 'descriptive'))
    .map(({ name, year }) => ({ name, value: year.value }))

function studentYear(
  rules: EvaluationRules,
  data: YearData,
  enrollmentId: string,
  courses: readonly YearCourse[],
  entries: ReadonlyMap<string, PeriodEntry[]>,
): StudentYear {
  const subjects = courses
    .toSorted(
      (a, b) =>
        a.areaPosition - b.areaPosition ||
        a.area.localeCompare(b.area, 'es') ||
        a.position - b.position ||
        a.subject.localeCompare(b.subject, 'es'),
    )
    .map((course) => {
      const recovery = data.recoveries.find(
        (one) => one.enrollmentId === enrollmentId && data.courses.get(one.courseId)?.subjectId === course.subjectId,
      )
      return subjectYear(rules, data, course, entries.get(`${enrollmentId} ${course.subjectId}`) ?? [], recovery)
    })
  const own = rulesOfGrade(rules, courses[0]?.gradeLevel ?? '')
  const areas = [...new Set(subjects.map(({ areaId }) => areaId))].map((areaId) =>
    areaYear(
      own,
      data,
      subjects.filter((subject) => subject.areaId === areaId),
    ),
  )
  const marks = own.promotion.count === 'areas' ? areas : subjects.map(({ subject, year }) => ({ name: subject, year }))
  const promotion = promotionOf(own, {
    marks: counted(marks),
    absencePercent: absencePercent(own, data.absences.get(enrollmentId)),
  })
  return { enrollmentId, subjects, areas, promotion }
}

/**
 * Every student's year under the rules: each subject in each period and so far, the areas, and what that means for
 * promotion. A period's mark that was kept stays; the others are computed.
 */
export function yearsOf(rules: EvaluationRules, data: YearData): StudentYear[] {
  const entries = new Map<string, PeriodEntry[]>()
  for (const entry of data.entries) {
    const key = `${entry.enrollmentId} ${data.courses.get(entry.courseId)?.subjectId}`
    entries.set(key, [...(entries.get(key) ?? []), entry])
  }
  const students = new Map<string, YearCourse[]>()
  for (const { enrollmentId, courseId } of data.seats) {
    const course = data.courses.get(courseId)
    if (course) students.set(enrollmentId, [...(students.get(enrollmentId) ?? []), course])
  }
  return [...students].map(([enrollmentId, courses]) => studentYear(rules, data, enrollmentId, courses, entries))
}
