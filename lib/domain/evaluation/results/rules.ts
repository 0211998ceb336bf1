import type { Score } from '../marks/activities/rules'
import type { CourseInput } from '../marks/rules'

/** Days are YYYY-MM-DD, numbers decimal texts. */
export type PeriodSpan = { startsOn: string; endsOn: string }
export type Membership = {
  courseId: string
  subjectId: string
  enrollmentId: string
  validFrom: string
  validTo: string | null
}
export type MarkData = {
  memberships: readonly Membership[]
  activities: readonly { id: string; courseId: string; title: string; weight: string; categoryId: string | null }[]
  categories: readonly { id: string; courseId: string; name: string; weight: string }[]
  scores: readonly ({ activityId: string; enrollmentId: string } & Required<Score>)[]
  recoveries: readonly { courseId: string; enrollmentId: string; score: string; ceiling: string | null }[]
}
export type Seat = {
  courseId: string
  enrollmentId: string /** Earlier courses of the same subject in the period. */
  former: string[]
}

const during = ({ startsOn, endsOn }: PeriodSpan, { validFrom, validTo }: Membership) =>
  validFrom <= endsOn && (validTo === null || validTo >= startsOn)

/**
 * Who is marked in which course of a period: of each subject a student has one course, the last that the student came to.
 * What was marked in an earlier one, before a move to another group, comes along.
 */
export function seatsOf(period: PeriodSpan, memberships: readonly Membership[]): Seat[] {
  const bySubject = new Map<string, Membership[]>()
  for (const membership of memberships.filter((one) => during(period, one))) {
    const key = `${membership.enrollmentId} ${membership.subjectId}`
    bySubject.set(key, [...(bySubject.get(key) ?? []), membership])
  }
  return [...bySubject.values()].map((list) => {
    const inOrder = list.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
    const { courseId, enrollmentId } = inOrder.at(-1) as Membership
    const former = new Set(inOrder.map((one) => one.courseId).filter((id) => id !== courseId))
    return { courseId, enrollmentId, former: [...former] }
  })
}

const grouped = <T, K extends string>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** What courseMark reads, for each seat. Built once for a whole group: the maps are shared. */
export function courseInputs(seats: readonly Seat[], data: MarkData): { seat: Seat; input: CourseInput }[] {
  const activities = grouped(data.activities, ({ courseId }) => courseId)
  const categories = grouped(data.categories, ({ courseId }) => courseId)
  const names = new Map(data.categories.map(({ id, name }) => [id, name]))
  const scores = new Map<string, Record<string, Score>>()
  for (const { activityId, enrollmentId, ...score } of data.scores) {
    const own = scores.get(enrollmentId) ?? {}
    own[activityId] = score
    scores.set(enrollmentId, own)
  }
  const recoveries = new Map(data.recoveries.map((one) => [`${one.courseId} ${one.enrollmentId}`, one]))
  return seats.map((seat) => {
    const { courseId, enrollmentId, former } = seat
    const own = scores.get(enrollmentId) ?? {}
    const here = categories.get(courseId) ?? []
    const brought = former
      .flatMap((id) => activities.get(id) ?? [])
      .filter(({ id }) => own[id] !== undefined && own[id].status !== 'cleared')
      .map((one) => ({
        ...one,
        categoryId: here.find(({ name }) => name === names.get(one.categoryId ?? ''))?.id ?? null,
      }))
    const recovery = [courseId, ...former].map((id) => recoveries.get(`${id} ${enrollmentId}`)).find(Boolean)
    return {
      seat,
      input: {
        activities: [...(activities.get(courseId) ?? []), ...brought],
        categories: here,
        scores: own,
        recovery: recovery ?? null,
      },
    }
  })
}
