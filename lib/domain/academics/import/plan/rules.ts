import { sameName } from '../../areas/rules'
import { parseHours } from '../../plans/rules'
import { bodyOf, findHeadings, type Heading, type Problem, plain, readGrade, readYesNo } from '../rules'

const wanted = ['grade', 'area', 'subject', 'hours', 'mandatory'] as const
const needed = ['grade', 'area', 'subject', 'hours'] as const

export type PlanCatalog = {
  grades: Record<string, readonly string[]>
  areas: readonly { id: string; name: string; shortName: string | null }[]
  subjects: readonly {
    id: string
    areaId: string
    code: string
    name: string
    shortName: string | null
    isActive: boolean
  }[]
  items: readonly {
    gradeLevel: string
    subjectId: string
    weeklyHours: number
    isMandatory: boolean
    areaWeight: number | null
  }[]
  /** Heading as it is called in the person's language, for one that the file lacks. */
  heading: (name: Heading) => string
}

export type PlanRow = {
  gradeLevel: string
  /** Null: the import adds it. */
  subjectId: string | null
  subject: string
  area: string
  weeklyHours: number
  isMandatory: boolean
  change: 'create' | 'update' | 'same'
}
export type PlanImport = {
  rows: PlanRow[]
  newAreas: string[]
  newSubjects: { name: string; area: string }[]
  problems: Problem[]
}

const longest = 150

/**
 * The rows of a spreadsheet as changes of a plan. Subjects are found by code, name or short name; areas and subjects that
 * the catalog lacks are added. Items of the plan that the file does not name stay.
 */
export function readPlanRows(sheet: readonly (readonly string[])[], catalog: PlanCatalog): PlanImport {
  const head = sheet[0] ?? []
  const at = findHeadings(head, wanted)
  const problems: Problem[] = needed
    .filter((name) => at[name] === undefined)
    .map((name) => ({ row: 1, column: catalog.heading(name), value: '', reason: 'headingMissing' }))
  if (problems.length > 0) return { rows: [], newAreas: [], newSubjects: [], problems }
  const rows: PlanRow[] = []
  const newAreas: string[] = []
  const newSubjects: { name: string; area: string }[] = []
  const seen = new Set<string>()
  for (const { row, cells } of bodyOf(sheet)) {
    const cell = (name: Heading) =>
      at[name as 'grade'] === undefined ? '' : (cells[at[name as 'grade'] as number] ?? '')
    const before = problems.length
    const say = (name: Heading, reason: Problem['reason']) => {
      problems.push({
        row,
        column: head[at[name as 'grade'] as number] ?? catalog.heading(name),
        value: cell(name),
        reason,
      })
    }
    const gradeLevel = readGrade(cell('grade'), catalog.grades)
    const hours = parseHours(cell('hours'))
    const isMandatory = readYesNo(cell('mandatory'), true)
    for (const name of needed) {
      if (cell(name) === '') say(name, 'required')
      else if (cell(name).length > longest) say(name, 'tooLong')
    }
    if (gradeLevel === null && cell('grade') !== '') say('grade', 'grade')
    if (hours === null && cell('hours') !== '') say('hours', 'hours')
    if (isMandatory === null) say('mandatory', 'yesNo')
    const called = (one: { name: string; shortName: string | null }, text: string) =>
      sameName(one.name, text) || (one.shortName !== null && sameName(one.shortName, text))
    const area = catalog.areas.find((one) => called(one, cell('area')))
    const subject = catalog.subjects.find(
      (one) => plain(one.code) === plain(cell('subject')) || called(one, cell('subject')),
    )
    if (subject && area?.id !== subject.areaId && cell('area') !== '') say('area', 'subjectOtherArea')
    if (subject && !subject.isActive) say('subject', 'subjectOff')
    const weighted = catalog.items.some(
      (one) =>
        one.gradeLevel === gradeLevel &&
        one.areaWeight !== null &&
        catalog.subjects.find(({ id }) => id === one.subjectId)?.areaId === area?.id,
    )
    const inPlan = catalog.items.some((one) => one.gradeLevel === gradeLevel && one.subjectId === subject?.id)
    // A subject without a percentage beside others that make 100 would leave the area's mark undefined.
    if (weighted && !inPlan) say('subject', 'weights')
    const key = `${gradeLevel} ${subject?.id ?? plain(cell('subject'))}`
    if (gradeLevel !== null && cell('subject') !== '' && seen.has(key)) say('subject', 'subjectTwice')
    seen.add(key)
    if (problems.length > before || gradeLevel === null || hours === null || isMandatory === null) continue
    const areaName = area?.name ?? newAreas.find((name) => sameName(name, cell('area'))) ?? cell('area')
    if (!area && !newAreas.includes(areaName)) newAreas.push(areaName)
    const added = newSubjects.find(({ name }) => sameName(name, cell('subject')))
    if (added && added.area !== areaName) {
      say('area', 'subjectOtherArea')
      continue
    }
    if (!subject && !added) newSubjects.push({ name: cell('subject'), area: areaName })
    const item = catalog.items.find((one) => one.gradeLevel === gradeLevel && one.subjectId === subject?.id)
    const same = item?.weeklyHours === hours && item.isMandatory === isMandatory
    rows.push({
      gradeLevel,
      subjectId: subject?.id ?? null,
      subject: subject?.name ?? added?.name ?? cell('subject'),
      area: areaName,
      weeklyHours: hours,
      isMandatory,
      change: !item ? 'create' : same ? 'same' : 'update',
    })
  }
  return { rows, newAreas, newSubjects, problems }
}
