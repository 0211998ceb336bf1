import type { z } from 'zod'
import { readGrade } from '@/lib/domain/academics/import/rules'
import { type EnrollmentKind, enrollmentKinds, type Shift, shifts } from '@/lib/domain/enrollments/rules'
import { type Relationship, relationships, saveGuardianInput } from '@/lib/domain/guardians/schema'
import { studentWarnings } from '@/lib/domain/students/rules'
import { createStudentInput } from '@/lib/domain/students/schema'
import type { IsoDay } from '@/lib/shared/dates'
import { type GradeLevel, isUnusualAge } from '@/lib/shared/grades'
import { fullName } from '@/lib/shared/names'
import { validationKey } from '@/lib/shared/validation-key'
import type { Finding } from '../../rules'
import type { Fields } from '../../table/rules'
import { type GuardianSlot, guardianSlots, type PlannedEnrollment, type PlannedGuardian } from '../schema'
import { readDayText, readWord, splitNames, type Words } from '../words/rules'

export type Year = { id: string; name: string; startsOn: IsoDay; groups: ReadonlySet<string> }

/** Everything that a row is read with. */
export type Reading = {
  words: Record<'documentType' | 'gender' | 'relationship' | 'shift' | 'kind', Words>
  grades: Readonly<Record<string, readonly string[]>>
  /** The year of the file; null when nobody is enrolled. */
  year: Year | null
  implied: Record<GuardianSlot, Relationship | null>
  today: IsoDay
}

type Person = Omit<z.output<typeof createStudentInput>, 'acceptDuplicate'>
export type ReadRow = {
  student: Person | null
  guardians: Omit<PlannedGuardian, 'knownId'>[]
  enrollment: PlannedEnrollment | null
  label: string
  findings: Finding[]
}

/** Which column is at fault for a part of a name: the one that the file has. */
function columnOf(name: string, fields: Fields, prefix: string): string {
  const joint = name.endsWith('Surname')
    ? 'surnames'
    : name === 'firstName' || name === 'secondName'
      ? 'givenNames'
      : null
  const split = joint && !(`${prefix}${name}` in fields) && `${prefix}${joint}` in fields
  return prefix + (split ? joint : name)
}

/** The four names: from their own columns, else from the two that hold both. */
function namesOf(fields: Fields, prefix: string) {
  const at = (name: string) => fields[prefix + name] ?? ''
  const [firstSurname, secondSurname] = splitNames(at('surnames'))
  const [firstName, secondName] = splitNames(at('givenNames'))
  return {
    firstSurname: at('firstSurname') || firstSurname,
    secondSurname: at('secondSurname') || secondSurname,
    firstName: at('firstName') || firstName,
    secondName: at('secondName') || secondName,
  }
}

/** A cell is typed into: "choose one" would leave the person without the words that are known. */
const typedReason: Partial<Record<string, string>> = {
  documentType: 'imports.problem.documentType',
  gender: 'imports.problem.gender',
}

function problemsOf(error: z.ZodError, fields: Fields, prefix: string): Finding[] {
  return error.issues.map((issue) => {
    const path = issue.path.filter((part) => part !== 'extraData')
    const field = columnOf(String(path[0] ?? ''), fields, prefix)
    const value = fields[field] ?? ''
    const known = typedReason[String(path[0])]
    return { field, value, reason: known ? (value ? known : 'validation.required') : validationKey(issue) }
  })
}

function readStudent(fields: Fields, { words, today }: Reading) {
  const at = (name: string) => fields[name] ?? ''
  const raw = {
    documentType: readWord(at('documentType'), words.documentType).toUpperCase(),
    documentNumber: at('documentNumber'),
    ...namesOf(fields, ''),
    birthDate: readDayText(at('birthDate')),
    gender: readWord(at('gender'), words.gender),
    extraData: {
      address: at('address'),
      neighborhood: at('neighborhood'),
      phone: at('phone'),
      eps: at('eps'),
      stratum: at('stratum'),
      sisben: at('sisben'),
    },
  }
  const parsed = createStudentInput.safeParse(raw)
  if (!parsed.success) return { student: null, name: raw, findings: problemsOf(parsed.error, fields, '') }
  const warnings = studentWarnings({ ...parsed.data, birthDate: parsed.data.birthDate ?? null }, today).map(
    ({ field, key }): Finding => {
      const column = columnOf(field, fields, '')
      return { field: column, value: fields[column] ?? '', reason: key, warning: true }
    },
  )
  return { student: parsed.data, name: raw, findings: warnings }
}

function readGuardian(slot: GuardianSlot, fields: Fields, { words, implied }: Reading) {
  const prefix = `${slot}.`
  const own = Object.keys(fields).filter((name) => name.startsWith(prefix) && fields[name])
  // «Madre» alone is what the template's example leaves behind, not a person.
  if (own.every((name) => name === `${prefix}relationship` || name === `${prefix}documentType`)) return null
  const at = (name: string) => fields[prefix + name] ?? ''
  const raw = {
    documentType: at('documentType') ? readWord(at('documentType'), words.documentType).toUpperCase() : 'CC',
    documentNumber: at('documentNumber'),
    ...namesOf(fields, prefix),
    phone: at('phone'),
    email: at('email'),
    address: at('address'),
    occupation: at('occupation'),
  }
  const parsed = saveGuardianInput.safeParse(raw)
  const findings = parsed.success ? [] : problemsOf(parsed.error, fields, prefix)
  const said = readWord(at('relationship'), words.relationship)
  const relationship = said === '' ? (implied[slot] ?? 'other') : relationships.find((one) => one === said)
  if (!relationship)
    findings.push({ field: `${prefix}relationship`, value: at('relationship'), reason: 'imports.problem.relationship' })
  return {
    guardian: parsed.success && relationship ? { slot, data: parsed.data, relationship } : null,
    findings,
  }
}

/** Where the child is to sit. A file without a year enrolls nobody. */
function readEnrollment(fields: Fields, { words, grades, year }: Reading, birthDate: IsoDay | null) {
  const findings: Finding[] = []
  const at = (name: string) => fields[name] ?? ''
  if (!year) return { enrollment: null, findings }
  const refuse = (field: string, reason: string, data?: Record<string, string>) =>
    findings.push({ field, value: at(field), reason, ...(data ? { data } : {}) })
  if (at('year') && at('year') !== year.name) refuse('year', 'imports.problem.otherYear', { year: year.name })
  const gradeLevel = readGrade(at('grade'), grades) as GradeLevel | null
  if (!gradeLevel) refuse('grade', at('grade') ? 'imports.problem.grade' : 'validation.required')
  const groupCode = at('group').toUpperCase() || null
  if (groupCode && year.groups.size > 0 && gradeLevel && !year.groups.has(`${gradeLevel} ${groupCode}`))
    refuse('group', 'imports.problem.group', { year: year.name })
  if (groupCode && groupCode.length > 10) refuse('group', 'validation.tooLong')
  const shift = readWord(at('shift'), words.shift)
  const knownShift = shifts.find((one) => one === shift) ?? null
  if (shift && !knownShift) refuse('shift', 'imports.problem.shift')
  const kind = readWord(at('kind'), words.kind)
  const knownKind = kind === '' ? ('new' as EnrollmentKind) : enrollmentKinds.find((one) => one === kind)
  if (!knownKind) refuse('kind', 'imports.problem.kind')
  if (at('previousSchool').length > 255) refuse('previousSchool', 'validation.tooLong')
  if (findings.length > 0 || !gradeLevel || !knownKind) return { enrollment: null, findings }
  if (birthDate && isUnusualAge(gradeLevel, Number(birthDate.slice(0, 4)), Number(year.startsOn.slice(0, 4))))
    findings.push({ field: 'birthDate', value: at('birthDate'), reason: 'imports.problem.unusualAge', warning: true })
  const enrollment: PlannedEnrollment = {
    schoolYearId: year.id,
    kind: knownKind,
    gradeLevel,
    groupCode,
    shift: knownShift as Shift | null,
    previousSchool: at('previousSchool') || null,
  }
  return { enrollment, findings }
}

/** What a row of a list of students says, and every cell of it that cannot be right. Knows nothing of the school's records. */
export function readStudentRow(fields: Fields, reading: Reading): ReadRow {
  const { student, name, findings } = readStudent(fields, reading)
  const read = guardianSlots.map((slot) => ({ slot, found: readGuardian(slot, fields, reading) }))
  const guardians = read.flatMap(({ found }) => found?.guardian ?? [])
  const placed = readEnrollment(fields, reading, student?.birthDate ?? null)
  const [one, two] = guardians
  const twice: Finding[] =
    one && two && one.data.documentNumber === two.data.documentNumber
      ? [
          {
            field: 'guardian2.documentNumber',
            value: fields['guardian2.documentNumber'] ?? '',
            reason: 'validation.guardianTwice',
          },
        ]
      : []
  return {
    student,
    guardians,
    enrollment: placed.enrollment,
    label: fullName(name),
    findings: [...findings, ...read.flatMap(({ found }) => found?.findings ?? []), ...twice, ...placed.findings],
  }
}
