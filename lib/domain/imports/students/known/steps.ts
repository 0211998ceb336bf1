import { gradeWords } from '@/lib/domain/academics/import/steps'
import { enrollmentKinds, shifts } from '@/lib/domain/enrollments/rules'
import { guardianColumns } from '@/lib/domain/guardians/record/steps'
import { relationships } from '@/lib/domain/guardians/schema'
import { genders } from '@/lib/domain/students/schema'
import { acceptsEnrollments } from '@/lib/domain/years/rules'
import type { YearStatus } from '@/lib/domain/years/schema'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { translator } from '@/lib/platform/translator'
import { dateToDay, today } from '@/lib/shared/dates'
import { identityDocumentTypes } from '@/lib/shared/documents-id'
import { impliedRelationship } from '../headings/rules'
import type { Reading, Year } from '../row/rules'
import {
  moreDocumentWords,
  moreGenderWords,
  moreKindWords,
  moreRelationshipWords,
  moreShiftWords,
  wordsFrom,
} from '../words/rules'

type Call = Pick<CommandCall, 'db'>

/** The year that a file enrolls in. @throws AppError not_found; not_allowed_now for one that takes no enrollments */
export async function targetYear({ db }: Call, id: string | undefined): Promise<Year | null> {
  if (!id) return null
  const [year, groups] = await Promise.all([
    db.schoolYear.findFirst({ where: { id }, select: { name: true, status: true, startsOn: true } }),
    db.classGroup.findMany({ where: { schoolYearId: id, isActive: true }, select: { gradeLevel: true, code: true } }),
  ])
  if (!year) throw new AppError('not_found', { field: 'target.schoolYearId', reason: 'enrollments.refusal.noSuchYear' })
  if (!acceptsEnrollments(year.status as YearStatus))
    throw new AppError('not_allowed_now', { reason: 'enrollments.refusal.yearClosed', data: { year: year.name } })
  return {
    id,
    name: year.name,
    startsOn: dateToDay(year.startsOn),
    groups: new Set(groups.map(({ gradeLevel, code }) => `${gradeLevel} ${code}`)),
  }
}

const languages = ['es', 'en'] as const

/** The words of both languages: a spreadsheet need not be in the language of who sends it. */
export async function readingOf(year: Year | null, headings: readonly string[]): Promise<Reading> {
  const [identity, kin, enrolling, grades] = await Promise.all([
    Promise.all(languages.map((locale) => translator(locale, 'identity'))),
    Promise.all(languages.map((locale) => translator(locale, 'guardians'))),
    Promise.all(languages.map((locale) => translator(locale, 'enrollments'))),
    gradeWords(),
  ])
  const labels = <C extends string>(
    codes: readonly C[],
    say: (code: C) => string[],
    more: Readonly<Record<string, readonly string[]>>,
  ) => wordsFrom(Object.fromEntries(codes.map((code) => [code, [...say(code), ...(more[code] ?? [])]])))
  return {
    words: {
      documentType: labels(
        identityDocumentTypes,
        (code) => identity.map((t) => t(`documentType.${code}`)),
        moreDocumentWords,
      ),
      gender: labels(genders, (code) => identity.map((t) => t(`gender.${code}`)), moreGenderWords),
      relationship: labels(relationships, (code) => kin.map((t) => t(`relationship.${code}`)), moreRelationshipWords),
      shift: labels(shifts, (code) => enrolling.map((t) => t(`shift.${code}`)), moreShiftWords),
      kind: labels(enrollmentKinds, (code) => enrolling.map((t) => t(`kind.${code}`)), moreKindWords),
    },
    grades,
    year,
    implied: {
      guardian1: impliedRelationship(headings, 'guardian1'),
      guardian2: impliedRelationship(headings, 'guardian2'),
    },
    today: today(),
  }
}

const studentColumns = {
  id: true,
  documentType: true,
  documentNumber: true,
  firstSurname: true,
  secondSurname: true,
  firstName: true,
  secondName: true,
  fullName: true,
  birthDate: true,
  gender: true,
  extraData: true,
  isActive: true,
  version: true,
} as const

/** The school's students: a few thousand short rows, against which every line of a file is held. */
export async function knownStudents({ db }: Call) {
  const rows = await db.student.findMany({ select: studentColumns })
  return rows.map(({ birthDate, extraData, ...row }) => ({
    ...row,
    birthDate: birthDate && dateToDay(birthDate),
    extraData: (extraData ?? {}) as Record<string, unknown>,
  }))
}
export type KnownStudent = Awaited<ReturnType<typeof knownStudents>>[number]

export async function knownGuardians({ db }: Call, numbers: readonly string[]) {
  return db.guardian.findMany({ where: { documentNumber: { in: [...new Set(numbers)] } }, select: guardianColumns })
}
export type KnownGuardian = Awaited<ReturnType<typeof knownGuardians>>[number]

/** Of these students: who has which guardian, and who is enrolled in the year. */
export async function knownTies({ db }: Call, studentIds: readonly string[], yearId: string | null) {
  const of = { studentId: { in: [...studentIds] } }
  const [links, enrollments] = await Promise.all([
    db.studentGuardian.findMany({ where: of, select: { studentId: true, guardianId: true, relationship: true } }),
    yearId
      ? db.enrollment.findMany({ where: { ...of, schoolYearId: yearId }, select: { studentId: true } })
      : Promise.resolve([]),
  ])
  return {
    links: new Map(links.map((link) => [`${link.studentId} ${link.guardianId}`, link.relationship])),
    enrolled: new Set(enrollments.map(({ studentId }) => studentId)),
  }
}
