import type { GuardianData } from '@/lib/domain/guardians/schema'
import { duplicateCandidates, type Identity, similarity } from '@/lib/domain/students/rules'
import { fullName, type PersonName } from '@/lib/shared/names'
import { normalizeSearch } from '@/lib/shared/search-text'
import { blocks, type Finding, type Judged, type RowToJudge } from '../../rules'
import { type Fields, fieldsOf } from '../../table/rules'
import { type Reading, type ReadRow, readStudentRow } from '../row/rules'
import type { StudentPlan } from '../schema'

export type Student = Identity & {
  id: string
  fullName: string
  gender: string | null
  extraData: Record<string, unknown>
  isActive: boolean
  version: number
}
export type Guardian = PersonName & { id: string; fullName: string; documentType: string; documentNumber: string }
export type FormerDocument = { number: string; studentId: string; name: string }

/** What the school has, as far as the rows touch it. */
export type Facts = {
  students: readonly Student[]
  guardians: readonly Guardian[]
  former: readonly FormerDocument[]
  /** `<student> <guardian>` → relationship. */
  links: ReadonlyMap<string, string>
  /** Students who are enrolled in the year. */
  enrolled: ReadonlySet<string>
  /** Rows of the same file that carry the document already: `TI 1` → their number. */
  before: ReadonlyMap<string, number>
  /** Students whom earlier portions of the same file brought: twins resemble each other, and were looked at together. */
  ours: ReadonlySet<string>
}

/** Below this two names are two people, and a number that both carry is a slip of the keyboard. */
const samePerson = 0.35

export const documentKey = ({ documentType, documentNumber }: { documentType: string; documentNumber: string }) =>
  `${documentType} ${documentNumber}`

/** Looked up once for all rows, so that a file of a thousand is not a thousand times the school. */
export function indexFacts(facts: Facts) {
  const group = <T>(items: readonly T[], keyOf: (item: T) => string | null | undefined) => {
    const found = new Map<string, T[]>()
    for (const item of items) {
      const key = keyOf(item)
      if (!key) continue
      const there = found.get(key)
      if (there) there.push(item)
      else found.set(key, [item])
    }
    return found
  }
  return {
    ...facts,
    byDocument: new Map(facts.students.map((student) => [documentKey(student), student])),
    byNumber: group(facts.students, ({ documentNumber }) => documentNumber),
    byBirth: group(facts.students, ({ birthDate }) => birthDate),
    byName: group(facts.students, (student) => normalizeSearch(student.fullName)),
    guardianByDocument: new Map(facts.guardians.map((guardian) => [documentKey(guardian), guardian])),
    formerByNumber: new Map(facts.former.map((document) => [document.number, document])),
    /** Guardians of this file, by document: siblings bring the same one. */
    seenGuardians: new Map<string, { name: string; row: number }>(),
    seen: new Map(facts.before),
    /** Rows of this file by number, and by name and day of birth. */
    seenChildren: new Map<string, number>(),
  }
}
type Index = ReturnType<typeof indexFacts>

/** Whether the given values differ from what is stored; blanks say nothing. */
const differs = (given: object, stored: Record<string, unknown>) =>
  Object.entries(given).some(
    ([name, value]) =>
      value !== null &&
      value !== undefined &&
      typeof value !== 'object' &&
      String(value) !== String(stored[name] ?? ''),
  )

const studentDiffers = ({ extraData, ...given }: NonNullable<ReadRow['student']>, stored: Student) =>
  differs(given, stored) || differs(extraData ?? {}, stored.extraData)

/** Records that may be the same child, and a document that a child of the school carried before. */
function doubts(student: Identity, index: Index, fields: Fields): Finding[] {
  const near = [
    ...(index.byNumber.get(student.documentNumber) ?? []),
    ...(student.birthDate ? (index.byBirth.get(student.birthDate) ?? []) : []),
    ...(index.byName.get(normalizeSearch(fullName(student))) ?? []),
  ]
  const others = [...new Set(near)].filter(({ id }) => !index.ours.has(id))
  const alike = duplicateCandidates(student, others).map(
    ({ student: found, reason }): Finding => ({
      field: 'documentNumber',
      value: fields.documentNumber ?? '',
      reason: `imports.problem.${reason}`,
      data: { name: found.fullName, document: documentKey(found) },
      acceptable: true,
      recordId: found.id,
    }),
  )
  const former = index.formerByNumber.get(student.documentNumber)
  if (former && index.ours.has(former.studentId)) return alike
  if (!former || alike.some(({ recordId }) => recordId === former.studentId)) return alike
  return [
    ...alike,
    {
      field: 'documentNumber',
      value: fields.documentNumber ?? '',
      reason: 'imports.problem.formerDocument',
      data: { name: former.name },
      acceptable: true,
      recordId: former.studentId,
    },
  ]
}

/** A guardian's number that belongs to somebody with quite another name, in the school or further up in the file. */
function guardianDoubts(data: GuardianData, field: string, row: number, index: Index): Finding[] {
  const name = fullName(data)
  const key = documentKey(data)
  const known = index.guardianByDocument.get(key)
  const other = (whose: string, reason: string, more: Record<string, string> = {}): Finding => ({
    field,
    value: data.documentNumber,
    reason,
    data: { name: whose, ...more },
  })
  if (known && similarity(known.fullName, name) < samePerson)
    return [other(known.fullName, 'imports.problem.otherPerson')]
  const seen = index.seenGuardians.get(key)
  if (seen && similarity(seen.name, name) < samePerson)
    return [other(seen.name, 'imports.problem.otherPersonInRow', { row: String(seen.row) })]
  if (!seen) index.seenGuardians.set(key, { name, row })
  return []
}

/** The same child twice in one file: its number under another type, or its name and day of birth once more. */
function doubtsInFile(student: Identity, row: number, index: Index, fields: Fields): Finding[] {
  const signs = [
    student.documentNumber,
    ...(student.birthDate ? [`${normalizeSearch(fullName(student))} ${student.birthDate}`] : []),
  ]
  const earlier = signs.flatMap((sign) => index.seenChildren.get(sign) ?? []).find((other) => other !== row)
  for (const sign of signs) if (!index.seenChildren.has(sign)) index.seenChildren.set(sign, row)
  if (earlier === undefined) return []
  const at = { field: 'documentNumber', value: fields.documentNumber ?? '' }
  return [{ ...at, reason: 'imports.problem.sameChildInRow', data: { row: String(earlier) }, acceptable: true }]
}

function ownDoubts(student: NonNullable<ReadRow['student']>, row: number, index: Index, fields: Fields): Finding[] {
  const key = documentKey(student)
  const at = { field: 'documentNumber', value: fields.documentNumber ?? '' }
  const first = index.seen.get(key)
  if (first !== undefined && first !== row)
    return [{ ...at, reason: 'imports.problem.twice', data: { row: String(first) } }]
  index.seen.set(key, row)
  const known = index.byDocument.get(key)
  if (!known) return [...doubts(student, index, fields), ...doubtsInFile(student, row, index, fields)]
  if (similarity(known.fullName, fullName(student)) >= samePerson) return []
  return [{ ...at, reason: 'imports.problem.otherPerson', data: { name: known.fullName }, recordId: known.id }]
}

/** What a row would do to the school. */
function planOf(
  read: ReadRow,
  index: Index,
  updates: boolean,
): { plan: StudentPlan; verdict: Judged['verdict'] } | null {
  if (!read.student) return null
  const known = index.byDocument.get(documentKey(read.student)) ?? null
  const enrollment = read.enrollment && !(known && index.enrolled.has(known.id)) ? read.enrollment : null
  const guardians = read.guardians.map((guardian) => ({
    ...guardian,
    knownId: index.guardianByDocument.get(documentKey(guardian.data))?.id ?? null,
  }))
  const plan: StudentPlan = { student: read.student, knownId: known?.id ?? null, updates, guardians, enrollment }
  if (!known) return { plan, verdict: 'create' }
  const changes =
    studentDiffers(read.student, known) ||
    guardians.some(({ data, knownId }) => {
      const stored = index.guardianByDocument.get(documentKey(data))
      return !stored || !index.links.has(`${known.id} ${knownId}`) || differs(data, stored as Record<string, unknown>)
    })
  if (updates && changes) return { plan, verdict: 'update' }
  if (enrollment) return { plan: { ...plan, updates: false }, verdict: 'update' }
  return { plan, verdict: changes ? 'keep' : 'same' }
}

export type Judging = { reading: Reading; columns: readonly (string | null)[]; existing: 'keep' | 'update' }

/** Rows of a list of students held against the school: what each would do, and what is wrong with it. */
export function judgeStudents(
  rows: readonly RowToJudge[],
  facts: Facts,
  { reading, columns, existing }: Judging,
): Judged<StudentPlan>[] {
  const index = indexFacts(facts)
  return rows.map(({ row, cells, choice }) => {
    const fields = fieldsOf(cells, columns)
    const read = readStudentRow(fields, reading)
    const key = read.student ? documentKey(read.student) : null
    if (choice === 'skip') return { verdict: 'skip', key, label: read.label, findings: [], plan: null }
    const findings = [
      ...read.findings,
      ...(read.student ? ownDoubts(read.student, row, index, fields) : []),
      ...read.guardians.flatMap(({ data, slot }) => guardianDoubts(data, `${slot}.documentNumber`, row, index)),
    ]
    if (findings.some((finding) => blocks(finding, choice)))
      return { verdict: 'error', key, label: read.label, findings, plan: null }
    const planned = planOf(read, index, existing === 'update')
    if (!planned) return { verdict: 'error', key, label: read.label, findings, plan: null }
    return { verdict: planned.verdict, key, label: read.label, findings, plan: planned.plan }
  })
}
