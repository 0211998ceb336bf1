import type { Call, PeriodRow } from '../queries'
import { noAbsences } from '../rules'
import type { AbsenceCount } from '../schema'

const kinds: Record<string, keyof AbsenceCount> = { absent: 'unjustified', excused: 'justified', late: 'late' }

export type Absences = {
  /** By lessons and by whole days, apart: a school may call the roll both ways. */
  total: { lessons: AbsenceCount; days: AbsenceCount }
  courses: Map<string, AbsenceCount>
}

/** Absences of a student in a span of days, first and last included. */
export async function readAbsences(
  { db }: Call,
  enrollmentId: string,
  span: { from: Date; to: Date },
): Promise<Absences> {
  const records = await db.attendanceRecord.findMany({
    where: { enrollmentId, day: { gte: span.from, lte: span.to }, status: { in: Object.keys(kinds) } },
    select: { status: true, list: { select: { lesson: true, courseOfferingId: true } } },
  })
  const total = { lessons: noAbsences(), days: noAbsences() }
  const courses = new Map<string, AbsenceCount>()
  for (const { status, list } of records) {
    const kind = kinds[status]
    if (!kind) continue
    total[list.lesson === 0 ? 'days' : 'lessons'][kind] += 1
    if (!list.courseOfferingId) continue
    const course = courses.get(list.courseOfferingId) ?? noAbsences()
    course[kind] += 1
    courses.set(list.courseOfferingId, course)
  }
  return { total, courses }
}

/** The average of each student of a group over the subjects' stored marks, for a ranking; children without a mark are left out. */
export async function readAverages(
  { db }: Call,
  wanted: { classGroupId: string; periods: PeriodRow[]; last: PeriodRow; final: boolean },
): Promise<{ enrollmentId: string; average: number }[]> {
  const { classGroupId, periods, last, final } = wanted
  const members = await db.groupPlacement.findMany({
    where: {
      classGroupId,
      validFrom: { lte: last.endsOn },
      OR: [{ validTo: null }, { validTo: { gte: last.endsOn } }],
    },
    select: { enrollmentId: true },
  })
  const averages = await db.courseResult.groupBy({
    by: ['enrollmentId'],
    where: {
      enrollmentId: { in: members.map(({ enrollmentId }) => enrollmentId) },
      academicPeriodId: { in: final ? periods.map(({ id }) => id) : [last.id] },
      value: { not: null },
    },
    _avg: { value: true },
  })
  return averages.flatMap(({ enrollmentId, _avg }) =>
    _avg.value === null ? [] : [{ enrollmentId, average: Math.round(_avg.value.toNumber() * 1000) / 1000 }],
  )
}
