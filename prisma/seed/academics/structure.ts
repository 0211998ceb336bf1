import { defaultHours } from '@/lib/domain/academics/plans/rules'
import { type GradeLevel, gradeOrder } from '@/lib/shared/grades'
import texts from '@/messages/es/academics.json'
import type { SchoolRows } from '../rows'
import type { DemoYear } from '../years'
import { hoursOf, subjects } from './curriculum'

export type Desk = { schoolId: string; rows: SchoolRows; newId: () => string }
export type DemoGroup = { id: string; gradeLevel: GradeLevel; code: string; shift: string }
export type DemoCourse = { id: string; group: DemoGroup; subject: string; hours: number }

const compulsory = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** The areas of Ley 115 and the school's subjects in them; answers the subjects' ids by code. */
function addSubjects({ schoolId, rows, newId }: Desk): Map<string, string> {
  const areas = [
    { key: 'preschool', legalCode: null, name: 'Dimensiones del desarrollo', shortName: 'Dimensiones' },
    ...compulsory.map((code) => {
      const { name, short: shortName } = texts.compulsory[code]
      return { key: code, legalCode: Number(code), name, shortName }
    }),
    { key: 'media', legalCode: null, name: texts.compulsory.media.name, shortName: texts.compulsory.media.short },
  ].map((area, index) => ({ ...area, id: newId(), position: index * 10 }))
  rows.academicAreas.push(...areas.map(({ key, ...area }) => ({ schoolId, ...area })))
  const idOf = new Map(areas.map(({ key, id }) => [key, id]))
  return new Map(
    subjects.map(({ code, area, name, descriptive }, index) => {
      const id = newId()
      rows.subjects.push({
        schoolId,
        id,
        areaId: idOf.get(String(area))!,
        code,
        name,
        assessment: descriptive ? 'descriptive' : 'numeric',
        position: index * 10,
      })
      return [code, id]
    }),
  )
}

export type GroupOf = { gradeLevel: GradeLevel; code: string; shift: string; capacity: number }

/** Areas, subjects, the year's approved plan, its groups and their courses. */
export function addStructure(desk: Desk, year: DemoYear, wanted: readonly GroupOf[]): DemoCourse[] {
  const { schoolId, rows, newId } = desk
  const subjectIds = addSubjects(desk)
  const studyPlanId = newId()
  rows.studyPlans.push({
    schoolId,
    id: studyPlanId,
    schoolYearId: year.id,
    name: `Plan de estudios ${year.name}`,
    status: 'approved',
  })
  const gradeLevels = [...new Set(wanted.map(({ gradeLevel }) => gradeLevel))]
  for (const gradeLevel of gradeLevels) {
    const plan = { schoolId, studyPlanId, gradeLevel }
    rows.gradeHours.push({ ...plan, id: newId(), weeklyHours: defaultHours(gradeLevel) })
    for (const [index, [code, weeklyHours]] of hoursOf(gradeLevel).entries())
      rows.studyPlanItems.push({
        ...plan,
        id: newId(),
        subjectId: subjectIds.get(code)!,
        weeklyHours,
        position: index * 10,
      })
  }
  const inOrder = wanted.toSorted(
    (a, b) => gradeOrder(a.gradeLevel) - gradeOrder(b.gradeLevel) || a.code.localeCompare(b.code),
  )
  return inOrder.flatMap(({ capacity, ...named }, index) => {
    const group = { id: newId(), ...named }
    rows.classGroups.push({
      schoolId,
      schoolYearId: year.id,
      studyPlanId,
      ...group,
      capacity,
      // Morning and afternoon share the rooms.
      room: `Salón ${101 + (index % Math.ceil(inOrder.length / 2)) + (named.shift === 'full_day' ? index * 10 : 0)}`,
    })
    return hoursOf(group.gradeLevel).map(([subject, hours], position) => {
      const id = newId()
      rows.courseOfferings.push({
        schoolId,
        id,
        classGroupId: group.id,
        subjectId: subjectIds.get(subject)!,
        weeklyHours: hours,
        position: position * 10,
      })
      return { id, group, subject, hours }
    })
  })
}
