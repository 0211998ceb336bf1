import { AppError } from '@/lib/platform/errors'
import type { Call, PeriodRow } from '../queries'
import { type CourseFacts, noAbsences } from '../rules'
import { commentKinds } from '../schema'

type Wanted = { enrollmentId: string; periods: PeriodRow[]; last: PeriodRow; final: boolean }

const offeringColumns = {
  id: true,
  position: true,
  weeklyHours: true,
  areaWeight: true,
  subject: {
    select: {
      id: true,
      name: true,
      assessment: true,
      position: true,
      area: { select: { id: true, name: true, position: true } },
    },
  },
  assignments: {
    where: { role: { not: 'support' } },
    orderBy: { validFrom: 'desc' as const },
    select: { validFrom: true, validTo: true, teacher: { select: { fullName: true } } },
  },
} as const

type Dated = { validFrom: Date; validTo: Date | null }
const holdsOn = ({ validFrom, validTo }: Dated, day: Date) => validFrom <= day && (validTo === null || validTo >= day)

const isCommentKind = (kind: string): kind is (typeof commentKinds)[number] =>
  commentKinds.some((known) => known === kind)

/**
 * The subjects of a student at the end of the last period, with the stored marks of all periods shown. Who changed group has
 * two courses of a subject: the later one names teacher and hours, and each period's mark is that of the course in which the
 * student was when the period ended, else of the other.
 * @throws AppError not_allowed_now while the marks of the last period are being worked out
 */
export async function readCourses(
  { db }: Call,
  { enrollmentId, periods, last, final }: Wanted,
): Promise<CourseFacts[]> {
  const periodIds = periods.map(({ id }) => id)
  const inLast = { enrollmentId, academicPeriodId: last.id }
  const [attended, results, comments, recoveries] = await Promise.all([
    db.courseEnrollment.findMany({
      where: { enrollmentId, validFrom: { lte: last.endsOn } },
      orderBy: { validFrom: 'asc' },
      select: { validFrom: true, validTo: true, courseOffering: { select: offeringColumns } },
    }),
    db.courseResult.findMany({
      where: { enrollmentId, academicPeriodId: { in: periodIds } },
      select: { courseOfferingId: true, academicPeriodId: true, value: true, scaleMax: true },
    }),
    db.courseComment.findMany({
      where: inLast,
      select: { courseOfferingId: true, kind: true, text: true },
      orderBy: { kind: 'asc' },
    }),
    db.recovery.findMany({
      where: { enrollmentId, status: 'done', OR: [{ academicPeriodId: last.id }, { academicPeriodId: null }] },
      select: {
        courseOfferingId: true,
        academicPeriodId: true,
        originalValue: true,
        finalValue: true,
        score: true,
        ceiling: true,
      },
    }),
  ])
  const marked = results.some(({ academicPeriodId }) => academicPeriodId === last.id)
  // Closing sets the marks to be worked out; a card issued meanwhile would be an empty one.
  if (!marked && attended.some((one) => holdsOn(one, last.endsOn)))
    throw new AppError('not_allowed_now', { reason: 'reportCards.refusal.marksUnderWay' })
  const achievements = await db.courseAchievement.findMany({
    where: {
      academicPeriodId: last.id,
      courseOfferingId: { in: attended.map(({ courseOffering }) => courseOffering.id) },
    },
    orderBy: { position: 'asc' },
    select: { courseOfferingId: true, text: true },
  })
  const bySubject = new Map<string, typeof attended>()
  for (const one of attended) {
    const { id } = one.courseOffering.subject
    bySubject.set(id, [...(bySubject.get(id) ?? []), one])
  }
  return [...bySubject.values()].flatMap((own): CourseFacts[] => {
    const current = own.findLast((one) => holdsOn(one, last.endsOn)) ?? own.at(-1)
    if (!current) return []
    const { courseOffering: offering } = current
    const ids = own.map(({ courseOffering }) => courseOffering.id)
    const markIn = (period: PeriodRow) => {
      const found = results.filter(
        ({ courseOfferingId, academicPeriodId, value }) =>
          academicPeriodId === period.id && value !== null && ids.includes(courseOfferingId),
      )
      const there = own.findLast((one) => holdsOn(one, period.endsOn))?.courseOffering.id
      const kept = found.find(({ courseOfferingId }) => courseOfferingId === there) ?? found.at(-1)
      return kept?.value ? { value: kept.value.toString(), scaleMax: kept.scaleMax.toString() } : null
    }
    const values = Object.fromEntries(periods.map((period) => [period.number, markIn(period)]))
    const said = comments.filter(({ courseOfferingId }) => ids.includes(courseOfferingId))
    // Left behind without a trace: a course dropped before it was marked is no subject of this card.
    if (!holdsOn(current, last.endsOn) && said.length === 0 && Object.values(values).every((kept) => kept === null))
      return []
    const lifted = recoveries.find(
      ({ courseOfferingId, academicPeriodId }) => academicPeriodId !== null && ids.includes(courseOfferingId),
    )
    const ofYear = recoveries.find(
      ({ courseOfferingId, academicPeriodId }) => academicPeriodId === null && ids.includes(courseOfferingId),
    )
    const teacher = offering.assignments.find((one) => holdsOn(one, last.endsOn)) ?? offering.assignments[0]
    return [
      {
        courseOfferingId: offering.id,
        subject: offering.subject.name,
        area: offering.subject.area,
        position: offering.position || offering.subject.position,
        weeklyHours: offering.weeklyHours.toString(),
        areaWeight: offering.areaWeight?.toString() ?? null,
        assessment: offering.subject.assessment === 'descriptive' ? 'descriptive' : 'numeric',
        teacher: teacher?.teacher?.fullName ?? null,
        values,
        yearRecovery:
          final && ofYear?.score
            ? { score: ofYear.score.toString(), ceiling: ofYear.ceiling?.toString() ?? null }
            : null,
        recovered:
          !final && lifted?.finalValue
            ? { original: lifted.originalValue.toString(), final: lifted.finalValue.toString() }
            : null,
        achievements: achievements
          .filter(({ courseOfferingId }) => courseOfferingId === offering.id)
          .map(({ text }) => text),
        comments: said.flatMap(({ kind, text }) => (isCommentKind(kind) ? [{ kind, text }] : [])),
        absences: noAbsences(),
      },
    ]
  })
}
