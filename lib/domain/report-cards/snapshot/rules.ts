import { decimal, plainText, settle } from '@/lib/shared/decimal'
import { areaMark, type Mark, type Recovered, yearMark } from '../../evaluation/marks/rules'
import { levelOf } from '../../evaluation/scale/rules'
import type { StageRules } from '../../evaluation/schema'
import type { AbsenceCount, CardArea, CardMark, CardSubject } from './schema'

export type PeriodFact = { number: number; name: string }

export type KeptMark = { value: string; scaleMax: string }

/** What was found out about a student's subject, before anything is computed from it. */
export type CourseFacts = {
  courseOfferingId: string
  subject: string
  area: { id: string; name: string; position: number }
  position: number
  weeklyHours: string
  areaWeight: string | null
  assessment: 'numeric' | 'descriptive'
  teacher: string | null
  /** Marks of the closed periods by period number, decimal texts, with the top of the scale of that day. */
  values: Readonly<Record<number, KeptMark | null>>
  /** A recovery of the whole year. */
  yearRecovery: Recovered | null
  recovered: { original: string; final: string } | null
  achievements: string[]
  comments: CardSubject['comments']
  absences: AbsenceCount
}

/** A mark kept under another scale keeps its share of the maximum, as everywhere in the year. */
function inScale({ scale }: StageRules, { value, scaleMax }: KeptMark): string {
  if (decimal(scaleMax).cmp(scale.max) === 0) return value
  return plainText(settle(decimal(value).times(scale.max).div(scaleMax)))
}

const asMark = ({ value, level }: Pick<Mark, 'value' | 'level'>): CardMark =>
  value === null || level === null ? null : { value, level }

const stored = (rules: StageRules, value: string | null | undefined): CardMark =>
  value == null ? null : { value, level: levelOf(rules, value) }

function subjectOf(rules: StageRules, periods: readonly PeriodFact[], course: CourseFacts): CardSubject {
  const words = rules.assessment === 'descriptive' || course.assessment === 'descriptive'
  const valueAt = (number: number) => {
    const kept = words ? null : course.values[number]
    return kept ? inScale(rules, kept) : null
  }
  const year = yearMark(rules, {
    periods: periods.map(({ number, name }) => ({ number, name, value: valueAt(number) })),
    recovery: words ? null : course.yearRecovery,
  })
  return {
    courseOfferingId: course.courseOfferingId,
    name: course.subject,
    weeklyHours: course.weeklyHours,
    teacher: course.teacher,
    assessment: words ? 'descriptive' : 'numeric',
    marks: periods.map(({ number }) => stored(rules, valueAt(number))),
    accumulated: words ? null : asMark(year),
    recovered: words ? null : course.recovered,
    achievements: course.achievements,
    comments: course.comments,
    absences: course.absences,
  }
}

/**
 * The areas of a student's report card in the school's order: each with the marks of the periods so far and what they
 * come to, computed by the evaluation engine from the stored marks of the subjects.
 * The accumulated mark of an area comes from its subjects' accumulated marks, so that what the paper shows adds up.
 */
export function cardAreas(
  rules: StageRules,
  periods: readonly PeriodFact[],
  courses: readonly CourseFacts[],
): CardArea[] {
  const areas = new Map<string, { area: CourseFacts['area']; courses: CourseFacts[] }>()
  for (const course of [...courses].sort(
    (a, b) => a.position - b.position || a.subject.localeCompare(b.subject, 'es'),
  )) {
    const known = areas.get(course.area.id)
    if (known) known.courses.push(course)
    else areas.set(course.area.id, { area: course.area, courses: [course] })
  }
  const inOrder = [...areas.values()].sort(
    (a, b) => a.area.position - b.area.position || a.area.name.localeCompare(b.area.name, 'es'),
  )
  return inOrder.map(({ area, courses: own }) => {
    const subjects = own.map((course) => subjectOf(rules, periods, course))
    const markOf = (valueAt: (subject: CardSubject) => CardMark) => {
      const parts = subjects.flatMap((subject, index) => {
        const course = own[index]
        if (!course || subject.assessment === 'descriptive') return []
        const { subject: name, weeklyHours: hours, areaWeight: weight } = course
        return [{ name, value: valueAt(subject)?.value ?? null, hours, weight }]
      })
      return asMark(areaMark(rules, { subjects: parts }))
    }
    return {
      areaId: area.id,
      name: area.name,
      marks: periods.map((_, index) => markOf(({ marks }) => marks[index] ?? null)),
      accumulated: markOf(({ accumulated }) => accumulated),
      subjects,
    }
  })
}

/** Only what the paper shows of the rules. */
export const scaleOf = ({ scale, passMark, rounding, bands }: StageRules) => ({ scale, passMark, rounding, bands })

export const noAbsences = (): AbsenceCount => ({ justified: 0, unjustified: 0, late: 0 })

/** Marks beside each other by the average of the subjects; equal averages share a place. Null without any mark. */
export function placeAmong(averages: readonly { enrollmentId: string; average: number }[], enrollmentId: string) {
  const own = averages.find((one) => one.enrollmentId === enrollmentId)
  if (!own) return null
  return { place: 1 + averages.filter(({ average }) => average > own.average).length, of: averages.length }
}
