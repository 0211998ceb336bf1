import type { CommandCall } from '@/lib/platform/operation'
import { normalizeDocumentNumber } from '@/lib/shared/documents-id'
import type { Judged, RowToJudge } from '../rules'
import type { ImportSettings, ImportTarget } from '../schema'
import { fieldsOf } from '../table/rules'
import { type Facts, judgeStudents } from './judge/rules'
import { formerDocuments } from './known/sql'
import { knownGuardians, knownStudents, knownTies, readingOf, targetYear } from './known/steps'
import type { StudentPlan } from './schema'

export type JudgeCall = Pick<CommandCall, 'db' | 'ctx' | 'sql'>
export type Batch = { target: ImportTarget; settings: ImportSettings; headings: readonly string[] }

/** Rows of a list of students held against the school as it is now. @param before documents of the file's other rows */
export async function judgeStudentRows(
  call: JudgeCall,
  { target, settings, headings }: Batch,
  rows: readonly RowToJudge[],
  before: ReadonlyMap<string, number> = new Map(),
  ours: ReadonlySet<string> = new Set(),
): Promise<Judged<StudentPlan>[]> {
  const { columns } = settings
  const fields = rows.map(({ cells }) => fieldsOf(cells, columns))
  const numbersOf = (...names: string[]) =>
    fields.flatMap((row) => names.flatMap((name) => normalizeDocumentNumber(row[name] ?? '') || []))
  const own = new Set(numbersOf('documentNumber'))
  const [year, students, guardians, former] = await Promise.all([
    targetYear(call, target.schoolYearId),
    knownStudents(call),
    knownGuardians(call, numbersOf('guardian1.documentNumber', 'guardian2.documentNumber')),
    formerDocuments(call, [...own]),
  ])
  const touched = students.flatMap(({ id, documentNumber }) => (own.has(documentNumber) ? [id] : []))
  const [reading, ties] = await Promise.all([
    readingOf(year, headings),
    knownTies(call, touched, target.schoolYearId ?? null),
  ])
  const facts: Facts = { students, guardians, former, ...ties, before, ours }
  return judgeStudents(rows, facts, { reading, columns, existing: settings.existing })
}
