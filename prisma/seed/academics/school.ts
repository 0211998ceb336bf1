import { addDays, type IsoDay } from '@/lib/shared/dates'
import type { GradeLevel } from '@/lib/shared/grades'
import { createRandom } from '../random'
import type { DemoSchool } from '../schools'
import type { DemoYear } from '../years'
import { freeDays } from './calendar'
import { hasOneTeacher } from './curriculum'
import { addMarks, type DemoPeriod } from './marks'
import { addSeats } from './seats'
import { addStructure, type DemoCourse, type Desk } from './structure'
import { chooseDirectors, giveCourses } from './teaching'
import { makeWeek } from './week'

const lesson = 55
const pause = { after: 3, minutes: 30 }
const begins: Record<string, number> = { morning: 6 * 60 + 30, afternoon: 12 * 60 + 45, full_day: 7 * 60 }

/** When a lesson of the day begins, in minutes from midnight. */
const startOf = (shift: string, number: number): number =>
  (begins[shift] ?? 7 * 60) + number * lesson + (number >= pause.after ? pause.minutes : 0)

/** The lessons of the week, by groups that share teachers: nobody in two places at once. */
function addWeek(
  { schoolId, rows, newId }: Desk,
  year: DemoYear,
  seed: number,
  taught: Map<string, string>,
  courses: readonly DemoCourse[],
) {
  const random = createRandom(seed)
  const kinds = Map.groupBy(courses, ({ group }) => (hasOneTeacher(group.gradeLevel) ? group.gradeLevel : 'upper'))
  for (const some of kinds.values()) {
    const byGroup = Map.groupBy(some, ({ group }) => group.id)
    const slots = Math.max(...[...byGroup.values()].map((list) => list.reduce((sum, { hours }) => sum + hours, 0)))
    const lessonsADay = Math.ceil(slots / 5)
    const weekly = some.map(({ id, group, hours }, course) => ({
      course,
      group: group.id,
      teacher: taught.get(id) as string,
      hours,
    }))
    for (const { course, slot } of makeWeek(weekly, slots, lessonsADay, random)) {
      const { id: courseOfferingId, group } = some[course] as DemoCourse
      const startsMinute = startOf(group.shift, slot % lessonsADay)
      rows.timetableSlots.push({
        schoolId,
        id: newId(),
        courseOfferingId,
        weekday: 1 + Math.floor(slot / lessonsADay),
        startsMinute,
        endsMinute: startsMinute + lesson,
        validFrom: year.startsOn,
      })
    }
  }
}

/** Who teaches since when: nearly everybody since the year began, one course in each school was handed over in the middle. */
function addTeachers(
  { schoolId, rows, newId }: Desk,
  year: DemoYear,
  day: IsoDay,
  taught: Map<string, string>,
  rectorId: string,
): void {
  const handedOver = addDays(year.startsOn, 84)
  const [first] = taught.values()
  const [changed, teacher] = [...taught].find(([, one]) => one !== first) ?? []
  const before = [...new Set(taught.values())].find((one) => one !== first && one !== teacher)
  for (const [courseOfferingId, teacherId] of taught) {
    const base = { schoolId, courseOfferingId, role: 'main', createdBy: rectorId }
    const isChanged = courseOfferingId === changed && before && handedOver < day
    if (isChanged)
      rows.teacherAssignments.push({
        ...base,
        id: newId(),
        teacherId: before,
        validFrom: year.startsOn,
        validTo: addDays(handedOver, -1),
        reason: 'Traslado a otra sede',
      })
    rows.teacherAssignments.push({ ...base, id: newId(), teacherId, validFrom: isChanged ? handedOver : year.startsOn })
  }
}

export type Academics = {
  school: DemoSchool
  year: DemoYear
  day: IsoDay
  teachers: readonly string[]
  rectorId: string
  periods: readonly DemoPeriod[]
}

/** The running year's structure, teachers, week and seats, from the groups that its enrollments name. */
export function addAcademics(desk: Desk, { school, year, day, teachers, rectorId, periods }: Academics): void {
  const { schoolId, rows, newId } = desk
  const groups = new Map(
    rows.enrollments.flatMap(({ schoolYearId, gradeLevel, groupCode, shift }) =>
      schoolYearId === year.id && groupCode
        ? [
            [
              `${gradeLevel} ${groupCode}`,
              { gradeLevel: gradeLevel as GradeLevel, code: groupCode as string, shift: shift as string, capacity: 40 },
            ] as const,
          ]
        : [],
    ),
  )
  const courses = addStructure(desk, year, [...groups.values()])
  const taught = giveCourses(courses, teachers)
  const directors = chooseDirectors(courses, taught)
  for (const group of rows.classGroups) group.directorId = directors.get(group.id as string) ?? null
  addTeachers(desk, year, day, taught, rectorId)
  addWeek(desk, year, school.seed, taught, courses)
  addSeats(desk, year, courses)
  addMarks(desk, courses, { year, periods, day, rectorId, seed: school.seed })
  for (const { day: free, name } of freeDays(year, school.calendar))
    rows.calendarDays.push({
      schoolId,
      id: newId(),
      schoolYearId: year.id,
      day: free,
      kind: name.startsWith('Receso') ? 'recess' : 'off',
      name,
    })
}
