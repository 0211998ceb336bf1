import { decimal } from '@/lib/shared/decimal'
import type { StudentYear, SubjectYear } from '../../evaluation/results/year/rules'
import { rulesOfGrade } from '../../evaluation/rules'
import type { EvaluationRules } from '../../evaluation/schema'
import { failedIn, levelCounts, markIn, meanOf, placesOf } from '../rules'
import type { GroupSheet, SheetColumn, SheetMark, SheetRow } from '../schema'
import { readEvaluationSettings } from '../settings/schema'
import type { YearRows } from '../years/schema'

type Heading = Pick<SheetColumn, 'key' | 'kind' | 'name' | 'shortName' | 'area'>
type Course = YearRows['courses'][number]

const byPlan = (a: Course, b: Course) =>
  a.areaPosition - b.areaPosition ||
  a.area.localeCompare(b.area, 'es') ||
  a.position - b.position ||
  a.subject.localeCompare(b.subject, 'es')

/** Subjects in the order of the plan; an area of several is followed by its own mark. */
function headingsOf(courses: readonly Course[], whole: boolean): Heading[] {
  const subjects = [...new Map(courses.map((course) => [course.subjectId, course])).values()].toSorted(byPlan)
  return subjects.flatMap((course, index): Heading[] => {
    const { area, areaId, subject, subjectId, shortName } = course
    const own: Heading = { key: subjectId, kind: 'subject', name: subject, shortName, area }
    const several = subjects.filter((other) => other.areaId === areaId).length > 1
    const last = subjects[index + 1]?.areaId !== areaId
    if (!whole || !several || !last) return [own]
    return [own, { key: areaId, kind: 'area', name: area, shortName: null, area }]
  })
}

const find = (student: StudentYear | undefined, { kind, key }: Heading) =>
  kind === 'area'
    ? student?.areas.find(({ id }) => id === key)
    : student?.subjects.find(({ subjectId }: SubjectYear) => subjectId === key)

const values = (marks: readonly SheetMark[]) => marks.flatMap((mark) => (mark ? [mark.value] : []))

type Shown = {
  rows: YearRows
  rules: EvaluationRules
  years: ReadonlyMap<string, StudentYear>
  periodId: string | null
}

/** A group's sheet for a period, or of the year so far. Means are of the subjects; an area is none of its own. */
export function groupSheetOf({ rows, rules, years, periodId }: Shown, whole: boolean): GroupSheet {
  const [group] = rows.groups as [YearRows['groups'][number]]
  const headings = headingsOf(rows.courses, whole)
  const stage = rulesOfGrade(rules, group.gradeLevel)
  const ranked = whole && readEvaluationSettings(rows.settings).ranking
  const absences = new Map(rows.absences.map((one) => [one[0], one]))
  const plain = rows.members.map(({ enrollmentId, studentId, name }): Omit<SheetRow, 'place'> => {
    const student = years.get(enrollmentId)
    const marks = headings.map((heading) => {
      const found = find(student, heading)
      return found ? markIn(found, periodId) : null
    })
    const own = marks.filter((_, index) => headings[index]?.kind === 'subject')
    const [, , , , justified = 0, unjustified = 0] = absences.get(enrollmentId) ?? []
    return {
      enrollmentId,
      studentId,
      name,
      marks,
      mean: whole ? meanOf(values(own)) : null,
      failed: !student ? 0 : whole ? failedIn(student, periodId) : own.filter((mark) => mark?.passes === false).length,
      justified,
      unjustified,
      outcome: whole && periodId === null ? (student?.promotion.status ?? null) : null,
    }
  })
  const places = placesOf(ranked ? plain.map(({ mean }) => mean) : plain.map(() => null))
  const columns = headings.map((heading, index): SheetColumn => {
    const marks = plain.map(({ marks }) => marks[index] ?? null)
    return { ...heading, mean: meanOf(values(marks)), levels: levelCounts(marks) }
  })
  return {
    group,
    year: rows.year ?? { id: group.id, name: '' },
    periods: rows.periods.map(({ id, number, name, status }) => ({ id, number, name, status })),
    period: rows.periods.find(({ id }) => id === periodId) ?? null,
    whole,
    ranked,
    counts: whole ? stage.promotion.count : 'subjects',
    scale: { max: stage.scale.max, decimals: stage.scale.decimals, passMark: decimal(stage.passMark).toFixed() },
    columns,
    rows: plain.map((row, index) => ({ ...row, place: places[index] ?? null })),
    mean: whole ? meanOf(plain.flatMap(({ mean }) => (mean === null ? [] : [mean]))) : null,
  }
}
