import { courseMark } from '@/lib/domain/evaluation/marks/rules'
import { defaultRules, rulesOfGrade } from '@/lib/domain/evaluation/rules'
import { rulesHash } from '@/lib/domain/evaluation/steps'
import { addDays, daysBetween, dayToDate, type IsoDay } from '@/lib/shared/dates'
import { createRandom, type Random } from '../random'
import type { DemoYear } from '../years'
import type { DemoCourse, Desk } from './structure'
import { activitiesOf, preschoolWords, remarks } from './work'

export type DemoPeriod = { id: string; number: number; startsOn: IsoDay; endsOn: IsoDay; status: string }
type Marking = { year: DemoYear; periods: readonly DemoPeriod[]; day: IsoDay; rectorId: string; seed: number }
type Seat = { enrollmentId: string; validFrom: IsoDay; validTo: IsoDay | null }
type Activity = { id: string; title: string; weight: string; categoryId: null; dueOn: IsoDay }
type Written = { status: 'scored' | 'late' | 'not_submitted' | 'excused'; score: string | null }

const isOver = ({ status }: DemoPeriod) => status === 'published' || status === 'closed'
const inPeriod = ({ validFrom, validTo }: Seat, { endsOn }: DemoPeriod) =>
  validFrom <= endsOn && (validTo === null || validTo >= endsOn)

/** How good a child is at school, and at one subject: most around 3.9, a few who fail. */
const talent = (random: Random) => 3.9 + (random.next() + random.next() + random.next() - 1.5) * 1.1

function write(random: Random, ability: number): Written {
  if (random.chance(0.012)) return { status: 'excused', score: null }
  if (random.chance(0.02)) return { status: 'not_submitted', score: null }
  const value = Math.min(5, Math.max(1, ability + (random.next() - 0.5) * 1.6))
  return { status: random.chance(0.03) ? 'late' : 'scored', score: value.toFixed(1) }
}

/**
 * What was marked in the year so far: the activities of each course, a score in nearly every cell, the marks of the periods that are
 * over as the engine computes them, and words. The open period is half way.
 */
export function addMarks(desk: Desk, courses: readonly DemoCourse[], marking: Marking): void {
  const { schoolId, rows, newId } = desk
  const { year, periods, day, rectorId } = marking
  const random = createRandom(marking.seed + 7)
  const rules = defaultRules()
  const rulesId = newId()
  const begun = dayToDate(year.startsOn)
  rows.evaluationRules.push({
    ...{ schoolId, id: rulesId, schoolYearId: year.id, number: 1, rules, sha256: rulesHash(rules) },
    ...{ status: 'active', createdBy: rectorId, createdAt: begun, activatedAt: begun },
  })
  const running = periods.filter(({ status }) => status !== 'draft')
  for (const period of running)
    for (const [fromStatus, toStatus, at] of historyOf(period))
      rows.periodEvents.push({
        ...{ schoolId, id: newId(), academicPeriodId: period.id, fromStatus, toStatus, actorId: rectorId },
        ...{ at: dayToDate(at), evaluationRulesId: toStatus === 'closed' ? rulesId : null },
      })
  const seats = Map.groupBy(rows.courseEnrollments, ({ courseOfferingId }) => courseOfferingId)
  const abilities = new Map<string, number>()
  const abilityOf = (enrollmentId: string) => {
    const known = abilities.get(enrollmentId) ?? talent(random)
    abilities.set(enrollmentId, known)
    return known
  }
  for (const course of courses) {
    const teacher = rows.teacherAssignments.findLast(({ courseOfferingId }) => courseOfferingId === course.id)
      ?.teacherId as string | undefined
    const own = rulesOfGrade(rules, course.group.gradeLevel)
    for (const period of running) {
      const here = ((seats.get(course.id) ?? []) as Seat[]).filter((seat) => inPeriod(seat, period))
      const at = { schoolId, courseOfferingId: course.id, academicPeriodId: period.id }
      const submitted = isOver(period)
      if (submitted)
        rows.periodCourses.push({
          ...{ ...at, id: newId(), status: 'submitted', submittedBy: teacher },
          submittedAt: dayToDate(addDays(period.endsOn, -1)),
        })
      const writtenOn = dayToDate(submitted ? period.endsOn : day)
      if (own.assessment === 'descriptive') {
        for (const { enrollmentId } of submitted ? here : [])
          rows.courseComments.push({
            ...{ ...at, id: newId(), enrollmentId, kind: 'observation', text: random.pick(preschoolWords) },
            ...{ updatedBy: teacher, updatedAt: writtenOn },
          })
        continue
      }
      const activities = addActivities(desk, course, period, teacher, random)
      for (const { enrollmentId } of here) {
        const ability = abilityOf(enrollmentId) + (random.next() - 0.5) * 0.8
        const scores: Record<string, Written> = {}
        for (const { id: activityId, dueOn } of activities) {
          if (!submitted && dueOn > day) continue
          const written = write(random, ability)
          scores[activityId] = written
          rows.activityScores.push({
            ...{ schoolId, id: newId(), activityId, enrollmentId, ...written, updatedBy: teacher },
            updatedAt: dayToDate(dueOn < day ? dueOn : day),
          })
        }
        if (!submitted) continue
        const { value, level, trace } = courseMark(own, { activities, categories: [], scores })
        const scaleMax = own.scale.max
        rows.courseResults.push({
          ...{ ...at, id: newId(), enrollmentId, evaluationRulesId: rulesId, value, scaleMax, level, trace },
          computedAt: dayToDate(period.endsOn),
        })
        if (random.chance(0.06) && level)
          rows.courseComments.push({
            ...{ ...at, id: newId(), enrollmentId, kind: 'observation', text: random.pick(remarks[level]) },
            ...{ updatedBy: teacher, updatedAt: writtenOn },
          })
      }
    }
  }
}

/** Opened on its first day, closed on its last, published five days later. */
function historyOf({ status, startsOn, endsOn }: DemoPeriod): [from: string, to: string, at: IsoDay][] {
  const opened: [string, string, IsoDay] = ['draft', 'open', startsOn]
  if (status === 'open') return [opened]
  const closed: [string, string, IsoDay] = ['open', 'closed', endsOn]
  return status === 'closed' ? [opened, closed] : [opened, closed, ['closed', 'published', addDays(endsOn, 5)]]
}

function addActivities(
  { schoolId, rows, newId }: Desk,
  course: DemoCourse,
  period: DemoPeriod,
  createdBy: string | null | undefined,
  random: Random,
): Activity[] {
  const length = Math.max(1, daysBetween(period.startsOn, period.endsOn))
  return activitiesOf(random).map(({ type, title, weight }, position, all) => {
    const dueOn = addDays(period.startsOn, Math.floor((length * (position + 1)) / (all.length + 0.5)))
    const id = newId()
    rows.evaluationActivities.push({
      ...{ schoolId, id, courseOfferingId: course.id, academicPeriodId: period.id, type, title, weight, position },
      ...{ dueOn, assignedOn: addDays(dueOn, -7) < period.startsOn ? period.startsOn : addDays(dueOn, -7), createdBy },
    })
    return { id, title, weight, categoryId: null, dueOn }
  })
}
