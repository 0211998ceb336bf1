import { dateToDay } from '@/lib/shared/dates'
import { rulesOfGrade } from '../../rules'
import { passes } from '../../scale/rules'
import type { EvaluationRules, NationalLevel } from '../../schema'
import { trace } from '../../trace/schema'
import { type Membership, seatsOf } from '../rules'
import { type CourseFacts, type Db, readInputs } from '../steps'
import type { PeriodEntry, YearCourse, YearData, YearPeriod } from './rules'

type Which = {
  schoolYearId: string
  enrollmentIds: string[]
  /** Closed periods from their scores as well, as if other rules had held from the start. */
  fromScores?: boolean
}

const isOver = ({ status }: { status: string }) => status === 'closed' || status === 'published'

export async function readPeriods(db: Db, schoolYearId: string): Promise<YearPeriod[]> {
  const rows = await db.academicPeriod.findMany({
    where: { schoolYearId },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, name: true, status: true, startsOn: true, endsOn: true },
  })
  return rows.map((row) => ({ ...row, startsOn: dateToDay(row.startsOn), endsOn: dateToDay(row.endsOn) }))
}

async function readSeats(db: Db, enrollmentIds: string[]): Promise<Membership[]> {
  const rows = await db.courseEnrollment.findMany({
    where: { enrollmentId: { in: enrollmentIds } },
    select: {
      courseOfferingId: true,
      enrollmentId: true,
      validFrom: true,
      validTo: true,
      courseOffering: { select: { subjectId: true } },
    },
  })
  return rows.map(({ courseOfferingId, courseOffering, enrollmentId, validFrom, validTo }) => ({
    courseId: courseOfferingId,
    subjectId: courseOffering.subjectId,
    enrollmentId,
    validFrom: dateToDay(validFrom),
    validTo: validTo && dateToDay(validTo),
  }))
}

async function readYearCourses(db: Db, ids: string[]): Promise<Map<string, YearCourse>> {
  const rows = await db.courseOffering.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      subjectId: true,
      position: true,
      weeklyHours: true,
      areaWeight: true,
      classGroup: { select: { gradeLevel: true } },
      subject: { select: { name: true, assessment: true, area: { select: { id: true, name: true, position: true } } } },
    },
  })
  return new Map(
    rows.map(({ id, subjectId, position, weeklyHours, areaWeight, classGroup, subject }) => [
      id,
      {
        id,
        subjectId,
        position,
        subject: subject.name,
        assessment: subject.assessment,
        areaId: subject.area.id,
        area: subject.area.name,
        areaPosition: subject.area.position,
        hours: weeklyHours.toFixed(),
        weight: areaWeight?.toFixed() ?? null,
        gradeLevel: classGroup.gradeLevel,
      },
    ]),
  )
}

async function readKeptEntries(
  db: Db,
  rules: EvaluationRules,
  courses: ReadonlyMap<string, YearCourse>,
  periodIds: string[],
  enrollmentIds: string[],
): Promise<PeriodEntry[]> {
  if (periodIds.length === 0) return []
  const rows = await db.courseResult.findMany({
    where: { academicPeriodId: { in: periodIds }, enrollmentId: { in: enrollmentIds } },
    select: {
      courseOfferingId: true,
      enrollmentId: true,
      academicPeriodId: true,
      value: true,
      scaleMax: true,
      level: true,
      trace: true,
    },
  })
  return rows.map((row) => {
    const value = row.value?.toFixed() ?? null
    const own = rulesOfGrade(rules, courses.get(row.courseOfferingId)?.gradeLevel ?? '')
    const parsed = trace.safeParse(row.trace)
    const kept = {
      value,
      level: row.level as NationalLevel | null,
      passes: value === null ? null : passes(own, value),
      scaleMax: row.scaleMax.toFixed(),
      trace: parsed.success ? parsed.data : { steps: [], level: null },
    }
    return { courseId: row.courseOfferingId, enrollmentId: row.enrollmentId, periodId: row.academicPeriodId, kept }
  })
}

async function readAbsences(db: Db, { schoolYearId, enrollmentIds }: Which): Promise<YearData['absences']> {
  const rows = await db.attendanceRecord.groupBy({
    by: ['enrollmentId', 'status'],
    where: { enrollmentId: { in: enrollmentIds }, enrollment: { schoolYearId } },
    _count: true,
  })
  const counts = new Map<string, { lessons: number; all: number; unjustified: number }>()
  for (const { enrollmentId, status, _count } of rows) {
    const own = counts.get(enrollmentId) ?? { lessons: 0, all: 0, unjustified: 0 }
    counts.set(enrollmentId, {
      lessons: own.lessons + _count,
      all: own.all + (status === 'absent' || status === 'excused' ? _count : 0),
      unjustified: own.unjustified + (status === 'absent' ? _count : 0),
    })
  }
  return counts
}

/**
 * What the year of these students is computed from: the kept marks of closed periods, the scores of the others, the
 * recoveries of the year and the absences. The reads do not depend on how many students there are.
 */
export async function readYearData(db: Db, rules: EvaluationRules, which: Which): Promise<YearData> {
  const { schoolYearId, enrollmentIds, fromScores = false } = which
  const [periods, memberships, absences, recoveries] = await Promise.all([
    readPeriods(db, schoolYearId),
    readSeats(db, enrollmentIds),
    readAbsences(db, which),
    db.recovery.findMany({
      where: { enrollmentId: { in: enrollmentIds }, academicPeriodId: null, status: 'done' },
      select: { courseOfferingId: true, enrollmentId: true, score: true, ceiling: true },
    }),
  ])
  const courses = await readYearCourses(db, [...new Set(memberships.map(({ courseId }) => courseId))])
  const over = fromScores ? [] : periods.filter(isOver)
  const kept = await readKeptEntries(
    db,
    rules,
    courses,
    over.map(({ id }) => id),
    enrollmentIds,
  )
  const keptPeriods = new Set(kept.map(({ periodId }) => periodId))
  const facts: CourseFacts[] = [...courses.values()]
  const begun = periods.filter(({ id, status }) => status !== 'draft' && !keptPeriods.has(id))
  const computed: PeriodEntry[] = []
  for (const period of begun) {
    const inputs = await readInputs(db, { period, courses: facts, enrollmentIds })
    computed.push(
      ...inputs.map(({ seat: { courseId, enrollmentId }, input }) => ({
        courseId,
        enrollmentId,
        periodId: period.id,
        input,
      })),
    )
  }
  const last = periods.at(-1)
  const span = last
    ? { startsOn: periods[0]?.startsOn ?? last.startsOn, endsOn: last.endsOn }
    : { startsOn: '0001-01-01', endsOn: '9999-12-31' }
  return {
    periods,
    courses,
    absences,
    seats: seatsOf(span, memberships),
    entries: [...kept, ...computed],
    recoveries: recoveries.map(({ courseOfferingId, score, ceiling, enrollmentId }) => ({
      courseId: courseOfferingId,
      enrollmentId,
      score: score?.toFixed() ?? '0',
      ceiling: ceiling?.toFixed() ?? null,
    })),
  }
}

/** What families may see of it: published periods. */
export function publishedOnly(data: YearData): YearData {
  const periods = data.periods.filter(({ status }) => status === 'published')
  const ids = new Set(periods.map(({ id }) => id))
  return { ...data, periods, entries: data.entries.filter(({ periodId }) => ids.has(periodId)) }
}

/** Whether every period of the year is closed: before that, its marks and its outcome are those so far. */
export const isComplete = ({ periods }: YearData): boolean => periods.length > 0 && periods.every(isOver)
