import type { AreaRow } from '@/lib/domain/academics/areas/schema'
import { defaultHours, parseHours, parsePercent, sumHours, weightProblems } from '@/lib/domain/academics/plans/rules'
import type { PlanItem } from '@/lib/domain/academics/plans/schema'
import type { SubjectRow } from '@/lib/domain/academics/subjects/schema'

export type RowValues = { hours: string; mandatory: boolean; weight: string }
/** What the form holds, by subject: texts as typed. */
export type GradeValues = { version: number; weeklyHours: string; rows: Record<string, RowValues> }
export type SubjectBlock = { areaId: string; area: string; subjects: { id: string; name: string }[] }

const typed = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value).replace('.', ',')

type Stored = Pick<PlanItem, 'subjectId' | 'weeklyHours' | 'isMandatory' | 'areaWeight'>

/** Every subject has a line, those outside the plan an empty one. */
export function rowsOf(items: readonly Stored[], subjects: readonly { id: string }[]): Record<string, RowValues> {
  return Object.fromEntries(
    subjects.map(({ id }) => {
      const item = items.find(({ subjectId }) => subjectId === id)
      return [
        id,
        { hours: typed(item?.weeklyHours), mandatory: item?.isMandatory ?? true, weight: typed(item?.areaWeight) },
      ]
    }),
  )
}

export function valuesOf(
  grade: { version: number; weeklyHours: number; items: readonly Stored[] } | undefined,
  gradeLevel: string,
  subjects: readonly { id: string }[],
): GradeValues {
  return {
    version: grade?.version ?? 0,
    weeklyHours: typed(grade?.weeklyHours ?? defaultHours(gradeLevel)),
    rows: rowsOf(grade?.items ?? [], subjects),
  }
}

/** Subjects by area in the school's order: those in use, and what the grade has already. */
export function subjectBlocks(
  areas: readonly AreaRow[],
  subjects: readonly SubjectRow[],
  items: readonly { subjectId: string }[],
): SubjectBlock[] {
  const offered = subjects.filter(({ id, isActive }) => isActive || items.some(({ subjectId }) => subjectId === id))
  return areas
    .map(({ id, name }) => ({
      areaId: id,
      area: name,
      subjects: offered
        .filter(({ areaId }) => areaId === id)
        .map((subject) => ({ id: subject.id, name: subject.name })),
    }))
    .filter((block) => block.subjects.length > 0)
}

const inPlan = ({ hours }: RowValues) => hours.trim() !== ''
const order = (blocks: readonly SubjectBlock[]) =>
  blocks.flatMap(({ areaId, subjects }) => subjects.map(({ id }) => ({ id, areaId })))

/** The lines with hours, as the command takes them; what cannot be read travels as nothing and has been refused before. */
export function itemsOf(values: GradeValues, blocks: readonly SubjectBlock[]) {
  return order(blocks).flatMap(({ id }) => {
    const row = values.rows[id]
    if (!row || !inPlan(row)) return []
    return [
      {
        subjectId: id,
        weeklyHours: parseHours(row.hours) ?? Number.NaN,
        isMandatory: row.mandatory,
        areaWeight: row.weight.trim() === '' ? null : parsePercent(row.weight),
      },
    ]
  })
}

/** The hours typed so far; lines that cannot be read count nothing. */
export const totalOf = (values: GradeValues): number =>
  sumHours(Object.values(values.rows).map(({ hours }) => ({ weeklyHours: parseHours(hours) ?? 0 })))

/** Refusals known before asking: path → key below `academics`. */
export function problemsOf(values: GradeValues, blocks: readonly SubjectBlock[]): Record<string, ProblemKey> {
  const found: Record<string, ProblemKey> = {}
  if (parseHours(values.weeklyHours) === null) found.weeklyHours = 'grade.badHours'
  const rows = order(blocks).flatMap(({ id, areaId }) => {
    const row = values.rows[id]
    return row && inPlan(row) ? [{ id, areaId, row }] : []
  })
  for (const { id, row } of rows) {
    if (parseHours(row.hours) === null) found[`rows.${id}.hours`] = 'grade.badHours'
    if (row.weight.trim() !== '' && parsePercent(row.weight) === null) found[`rows.${id}.weight`] = 'grade.badWeight'
  }
  const weighted = rows.map(({ areaId, row }) => ({
    areaId,
    areaWeight: row.weight.trim() === '' ? null : parsePercent(row.weight),
  }))
  for (const { index, error } of weightProblems(weighted)) {
    const id = rows[index]?.id
    if (id) found[`rows.${id}.weight`] ??= error.replace('academics.', '') as ProblemKey
  }
  return found
}
export type ProblemKey = 'grade.badHours' | 'grade.badWeight' | 'invalid.weightMissing' | 'invalid.weightSum'

/** The server's `items.2.weeklyHours` as the form's `rows.<subject>.hours`. */
export function toFormPaths(
  fields: Record<string, string>,
  sent: readonly { subjectId: string }[],
): Record<string, string> {
  const names: Record<string, string> = { weeklyHours: 'hours', areaWeight: 'weight', subjectId: 'hours' }
  return Object.fromEntries(
    Object.entries(fields).map(([path, text]) => {
      const [, index, field = ''] = /^items\.(\d+)\.(\w+)$/.exec(path) ?? []
      const id = index === undefined ? undefined : sent[Number(index)]?.subjectId
      return [id && names[field] ? `rows.${id}.${names[field]}` : path, text]
    }),
  )
}
