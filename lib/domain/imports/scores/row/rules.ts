import { plain } from '@/lib/domain/academics/import/rules'
import { type CellValue, empty, parseCell, type Scale, sameValue } from '@/lib/domain/gradebook/scores/rules'
import { normalizeDocumentNumber } from '@/lib/shared/documents-id'
import { normalizeSearch } from '@/lib/shared/search-text'
import type { Finding, Judged, RowToJudge } from '../../rules'
import { type Field, type Fields, fieldsOf, type Recognise } from '../../table/rules'

export type Activity = { id: string; title: string }
export type Seat = {
  enrollmentId: string
  name: string
  documentNumber: string
  /** The day of leaving; null while in the course. */
  until: string | null
  /** In the order of the activities. */
  scores: ({ status: string; score: string | null; version: number } | null)[]
}
export type Cell = {
  activityId: string
  enrollmentId: string
  status: CellValue['status']
  score: string | null
  version: number
}
export type ScorePlan = { cells: Cell[]; enrollmentId: string }
export type ScoreFacts = {
  activities: readonly Activity[]
  seats: readonly Seat[]
  scale: Scale
  before: ReadonlyMap<string, number>
}

const words: Record<string, readonly string[]> = {
  documentNumber: ['documento', 'numero documento', 'numero de documento', 'identificacion', 'doc', 'document'],
  name: ['estudiante', 'nombre', 'nombre completo', 'apellidos y nombres', 'nombres y apellidos', 'student', 'name'],
  surnames: ['apellidos', 'apellido', 'surnames'],
  givenNames: ['nombres', 'given names'],
}
const byWord = new Map(Object.entries(words).flatMap(([name, list]) => list.map((word) => [word, name] as const)))

/** An activity's column is called as the activity. */
export function recogniseScoreHeading(activities: readonly Activity[]): Recognise {
  const titles = new Map(activities.map(({ id, title }) => [plain(title), `activity:${id}`]))
  return (heading) => byWord.get(plain(heading)) ?? titles.get(plain(heading)) ?? null
}

export const scoreImportFields = (activities: readonly Activity[]): Field[] => [
  ...Object.keys(words).map((name) => ({ name })),
  ...activities.map(({ id }) => ({ name: `activity:${id}` })),
]

export function missingScoreFields(columns: readonly (string | null)[]): string[] {
  const has = (name: string) => columns.includes(name)
  const told = has('documentNumber') || has('name') || (has('surnames') && has('givenNames'))
  return [
    ...(told ? [] : ['documentNumber']),
    ...(columns.some((name) => name?.startsWith('activity:')) ? [] : ['activity']),
  ]
}

/** Who a row speaks of: by document, else by name in whatever order its words stand. */
function seatOf(fields: Fields, seats: readonly Seat[]): Seat[] {
  const number = normalizeDocumentNumber(fields.documentNumber ?? '')
  if (number) return seats.filter(({ documentNumber }) => documentNumber === number)
  const sorted = (text: string) => normalizeSearch(text).split(' ').filter(Boolean).sort().join(' ')
  const name = sorted(fields.name || `${fields.surnames ?? ''} ${fields.givenNames ?? ''}`)
  return name ? seats.filter((seat) => sorted(seat.name) === name) : []
}

const numbered = (score: string) => score.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')

function cellsOf(
  fields: Fields,
  seat: Seat,
  facts: ScoreFacts,
): { fresh: Cell[]; changed: Cell[]; findings: Finding[] } {
  const fresh: Cell[] = []
  const changed: Cell[] = []
  const findings: Finding[] = []
  for (const [index, { id }] of facts.activities.entries()) {
    const field = `activity:${id}`
    const typed = fields[field]
    // A column that the file lacks, and an empty cell: the score stays as it is.
    if (!typed) continue
    const read = parseCell(typed, facts.scale)
    if (!read.ok) {
      findings.push({
        field,
        value: typed,
        reason: `imports.problem.score.${read.problem}`,
        data: { min: facts.scale.min, max: facts.scale.max },
      })
      continue
    }
    const stored = seat.scores[index] ?? null
    const now: CellValue = stored
      ? { status: stored.status as CellValue['status'], score: stored.score && numbered(stored.score) }
      : empty
    if (sameValue(read.value, now)) continue
    const cell = { activityId: id, enrollmentId: seat.enrollmentId, ...read.value, version: stored?.version ?? 0 }
    if (now.status === 'cleared') fresh.push(cell)
    else changed.push(cell)
  }
  return { fresh, changed, findings }
}

function judge(
  { row, cells, choice }: RowToJudge,
  columns: readonly (string | null)[],
  facts: ScoreFacts,
  seen: Map<string, number>,
  updates: boolean,
): Judged<ScorePlan> {
  const fields = fieldsOf(cells, columns)
  const told =
    fields.name || [fields.surnames, fields.givenNames].filter(Boolean).join(' ') || fields.documentNumber || ''
  const field = columns.includes('documentNumber') ? 'documentNumber' : columns.includes('name') ? 'name' : 'surnames'
  const refuse = (reason: string, data?: Record<string, string>): Judged<ScorePlan> => ({
    verdict: 'error',
    key: null,
    label: told,
    findings: [{ field, value: fields[field] ?? '', reason, ...(data ? { data } : {}) }],
    plan: null,
  })
  if (choice === 'skip') return { verdict: 'skip', key: null, label: told, findings: [], plan: null }
  const found = seatOf(fields, facts.seats)
  const [seat] = found
  if (!seat) return refuse('imports.problem.notInCourse')
  if (found.length > 1) return refuse('imports.problem.sameNames')
  if (seat.until) return refuse('imports.problem.leftCourse', { name: seat.name })
  const key = seat.enrollmentId
  const first = seen.get(key)
  if (first !== undefined && first !== row) return refuse('imports.problem.twice', { row: String(first) })
  seen.set(key, row)
  const read = cellsOf(fields, seat, facts)
  const label = seat.name
  if (read.findings.length > 0) return { verdict: 'error', key, label, findings: read.findings, plan: null }
  const wanted = updates ? [...read.fresh, ...read.changed] : read.fresh
  if (wanted.length === 0)
    return { verdict: read.changed.length > 0 ? 'keep' : 'same', key, label, findings: [], plan: null }
  const verdict = updates && read.changed.length > 0 ? 'update' : 'create'
  return { verdict, key, label, findings: [], plan: { cells: wanted, enrollmentId: key } }
}

/** Rows of a sheet of scores held against the course: students by document or name, activities by their title. */
export function judgeScores(
  rows: readonly RowToJudge[],
  { columns, existing }: { columns: readonly (string | null)[]; existing: 'keep' | 'update' },
  facts: ScoreFacts,
): Judged<ScorePlan>[] {
  const seen = new Map(facts.before)
  return rows.map((row) => judge(row, columns, facts, seen, existing === 'update'))
}
