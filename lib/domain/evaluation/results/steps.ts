import type { TenantClient } from '@/lib/platform/db/tenant'
import { dateToDay, dayToDate } from '@/lib/shared/dates'
import type { Mark } from '../marks/rules'
import { courseMark } from '../marks/rules'
import { rulesOfGrade } from '../rules'
import type { EvaluationRules, StageRules } from '../schema'
import { courseInputs, type MarkData, type Membership, type PeriodSpan, seatsOf } from './rules'

export type Db = TenantClient
export type CourseFacts = { id: string; subjectId: string; gradeLevel: string; assessment: string }
export type PeriodFacts = PeriodSpan & { id: string }
export type ComputedMark = Mark & {
  courseId: string
  enrollmentId: string /** Top of the grade's scale. */
  scaleMax: string
}

/** Courses for computing marks; unknown ids and those of another school are left out. */
export async function readCourses(
  db: Db,
  where: { id: { in: string[] } } | { classGroupId: string },
): Promise<CourseFacts[]> {
  const rows = await db.courseOffering.findMany({
    where,
    select: {
      id: true,
      subjectId: true,
      subject: { select: { assessment: true } },
      classGroup: { select: { gradeLevel: true } },
    },
  })
  return rows.map(({ subject, classGroup, ...course }) => ({ ...course, ...subject, ...classGroup }))
}

const memberColumns = {
  courseOfferingId: true,
  enrollmentId: true,
  validFrom: true,
  validTo: true,
  courseOffering: { select: { subjectId: true } },
} as const

type StoredMember = {
  courseOfferingId: string
  enrollmentId: string
  validFrom: Date
  validTo: Date | null
  courseOffering: { subjectId: string }
}

const toMembership = ({
  courseOfferingId,
  courseOffering,
  enrollmentId,
  validFrom,
  validTo,
}: StoredMember): Membership => ({
  courseId: courseOfferingId,
  subjectId: courseOffering.subjectId,
  enrollmentId,
  validFrom: dateToDay(validFrom),
  validTo: validTo && dateToDay(validTo),
})

const overlapping = ({ startsOn, endsOn }: PeriodSpan) => ({
  validFrom: { lte: dayToDate(endsOn) },
  OR: [{ validTo: null }, { validTo: { gte: dayToDate(startsOn) } }],
})

/** Who sat in the courses during the period, and where else they sat in the same subjects: a move within the period. */
async function readMemberships(db: Db, period: PeriodSpan, courses: readonly CourseFacts[], enrollmentIds?: string[]) {
  const courseIds = courses.map(({ id }) => id)
  const own = await db.courseEnrollment.findMany({
    where: {
      courseOfferingId: { in: courseIds },
      ...overlapping(period),
      ...(enrollmentIds ? { enrollmentId: { in: enrollmentIds } } : {}),
    },
    select: memberColumns,
  })
  const elsewhere = await db.courseEnrollment.findMany({
    where: {
      enrollmentId: { in: [...new Set(own.map(({ enrollmentId }) => enrollmentId))] },
      courseOfferingId: { notIn: courseIds },
      courseOffering: { subjectId: { in: [...new Set(courses.map(({ subjectId }) => subjectId))] } },
      ...overlapping(period),
    },
    select: memberColumns,
  })
  return [...own, ...elsewhere].map(toMembership)
}

async function readWork(
  db: Db,
  academicPeriodId: string,
  courseIds: string[],
  enrollmentIds: string[],
): Promise<Omit<MarkData, 'memberships'>> {
  const where = { academicPeriodId, courseOfferingId: { in: courseIds } }
  const [activities, categories, recoveries] = await Promise.all([
    db.evaluationActivity.findMany({
      where,
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, courseOfferingId: true, title: true, weight: true, categoryId: true },
    }),
    db.evaluationCategory.findMany({
      where,
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, courseOfferingId: true, name: true, weight: true },
    }),
    db.recovery.findMany({
      where: { ...where, status: 'done', enrollmentId: { in: enrollmentIds } },
      orderBy: { createdAt: 'asc' },
      select: { courseOfferingId: true, enrollmentId: true, score: true, ceiling: true },
    }),
  ])
  const scores = await db.activityScore.findMany({
    where: { activityId: { in: activities.map(({ id }) => id) }, enrollmentId: { in: enrollmentIds } },
    select: { activityId: true, enrollmentId: true, status: true, score: true, scaleMax: true },
  })
  return {
    activities: activities.map(({ courseOfferingId, weight, ...one }) => ({
      ...one,
      courseId: courseOfferingId,
      weight: weight.toFixed(),
    })),
    categories: categories.map(({ courseOfferingId, weight, ...one }) => ({
      ...one,
      courseId: courseOfferingId,
      weight: weight.toFixed(),
    })),
    recoveries: recoveries.map(({ courseOfferingId, enrollmentId, score, ceiling }) => ({
      courseId: courseOfferingId,
      enrollmentId,
      score: score?.toFixed() ?? '0',
      ceiling: ceiling?.toFixed() ?? null,
    })),
    scores: scores.map(({ status, score, scaleMax, ...one }) => ({
      ...one,
      status: status as MarkData['scores'][number]['status'],
      score: score?.toFixed() ?? null,
      scaleMax: scaleMax.toFixed(),
    })),
  }
}

/** The rules of each course: those of its grade; a subject told in words has no number in any grade. */
export function rulesOfCourses(rules: EvaluationRules, courses: readonly CourseFacts[]): Map<string, StageRules> {
  return new Map(
    courses.map(({ id, gradeLevel, assessment }) => {
      const own = rulesOfGrade(rules, gradeLevel)
      return [id, assessment === 'descriptive' ? { ...own, assessment } : own]
    }),
  )
}

/**
 * Who is marked in which of the courses in a period, and with what: six reads however many students there are. Students
 * who have moved on to another course of the subject are marked there.
 */
export async function readInputs(
  db: Db,
  {
    period,
    courses,
    enrollmentIds,
  }: { period: PeriodFacts; courses: readonly CourseFacts[]; enrollmentIds?: string[] },
) {
  const memberships = await readMemberships(db, period, courses, enrollmentIds)
  const wanted = new Set(courses.map(({ id }) => id))
  const seats = seatsOf(period, memberships).filter(({ courseId }) => wanted.has(courseId))
  const students = [...new Set(seats.map(({ enrollmentId }) => enrollmentId))]
  const courseIds = [...new Set(seats.flatMap(({ courseId, former }) => [courseId, ...former]))]
  const work = await readWork(db, period.id, courseIds, students)
  return courseInputs(seats, { memberships, ...work })
}

/** The marks of courses in a period from the scores of this moment. */
export async function computeMarks(
  db: Db,
  rules: EvaluationRules,
  which: { period: PeriodFacts; courses: readonly CourseFacts[]; enrollmentIds?: string[] },
): Promise<ComputedMark[]> {
  const ruled = rulesOfCourses(rules, which.courses)
  const inputs = await readInputs(db, which)
  return inputs.map(({ seat: { courseId, enrollmentId }, input }) => {
    const own = ruled.get(courseId) as StageRules
    return { courseId, enrollmentId, scaleMax: own.scale.max, ...courseMark(own, input) }
  })
}
