import { makeRoomFor } from '@/lib/domain/schools/limits/steps'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { dateToDay, dayToDate } from '@/lib/shared/dates'
import { fullName, type PersonName } from '@/lib/shared/names'
import { searchTerms, searchText } from '@/lib/shared/search-text'
import { mayReadHealth } from './policy'
import { duplicateCandidates, type Identity } from './rules'
import { type DuplicateStudent, type StudentExtraData, type StudentInput, sensitiveExtraData } from './schema'

type Reading = Pick<CommandCall, 'db'>

const identity = {
  id: true,
  documentType: true,
  documentNumber: true,
  firstSurname: true,
  secondSurname: true,
  firstName: true,
  secondName: true,
  fullName: true,
  birthDate: true,
  isActive: true,
} as const

/** The columns that are derived from a student's names and number. */
export function derived(student: PersonName & { documentNumber: string }) {
  const name = fullName(student)
  return { fullName: name, searchText: searchText([name], [student.documentNumber]) }
}

/** Students of the school who may be the same child; see duplicateCandidates. Never the record `exceptId` itself. */
export async function similarStudents(
  { db }: Reading,
  wanted: Identity,
  exceptId?: string,
): Promise<DuplicateStudent[]> {
  const words = searchTerms(fullName(wanted)).map((term) => ({ searchText: { contains: term } }))
  const rows = await db.student.findMany({
    where: {
      ...(exceptId ? { id: { not: exceptId } } : {}),
      OR: [
        { documentNumber: wanted.documentNumber },
        ...(wanted.birthDate ? [{ birthDate: dayToDate(wanted.birthDate) }] : []),
        { AND: words },
      ],
    },
    select: identity,
    take: 200,
  })
  const known = rows.map((row) => ({ ...row, birthDate: row.birthDate && dateToDay(row.birthDate) }))
  return duplicateCandidates(wanted, known).map(({ student, reason }) => ({
    id: student.id,
    fullName: student.fullName,
    documentType: student.documentType,
    documentNumber: student.documentNumber,
    birthDate: student.birthDate,
    isActive: student.isActive,
    reason,
  }))
}

/**
 * A document belongs to one student of the school.
 * @throws AppError duplicate with `data.studentId` and `data.name` of the record that has it
 */
export async function refuseTakenDocument({ db }: Reading, document: { documentType: string; documentNumber: string }) {
  const { documentType, documentNumber } = document
  const owner = await db.student.findFirst({
    where: { documentType, documentNumber },
    select: { id: true, fullName: true },
  })
  if (!owner) return
  throw new AppError('duplicate', {
    field: 'documentNumber',
    reason: 'students.refusal.taken',
    data: { studentId: owner.id, name: owner.fullName },
  })
}

/** @throws AppError forbidden when health data come from somebody who may not read them */
export function refuseHealthData(ctx: CommandCall['ctx'], extraData: StudentExtraData | undefined) {
  const field = sensitiveExtraData.find((key) => extraData?.[key])
  if (field && !mayReadHealth(ctx))
    throw new AppError('forbidden', { field: `extraData.${field}`, reason: 'students.refusal.health' })
}

const filled = (data: object) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== null))
const given = (data: object) => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))

/**
 * A new student, unless the school has this child already.
 * @throws AppError duplicate: with `data.studentId` when the document is taken, with `data.candidates` when a record
 * looks like the same child and `acceptDuplicate` does not name it; not_allowed_now beyond the school's limit
 */
export async function createStudentRow(
  call: CommandCall,
  input: StudentInput,
): Promise<{ id: string; version: number }> {
  const { acceptDuplicate = [], birthDate, extraData, ...rest } = input
  refuseHealthData(call.ctx, extraData)
  await refuseTakenDocument(call, input)
  const candidates = await similarStudents(call, input)
  if (candidates.some(({ id }) => !acceptDuplicate.includes(id)))
    throw new AppError('duplicate', { reason: 'students.refusal.similar', data: { candidates } })
  await makeRoomFor(call.db, 'students')
  const plain = { ...given(rest), ...given({ birthDate }) }
  const student = await call.db.student.create({
    data: {
      schoolId: call.ctx.schoolId,
      documentType: input.documentType,
      documentNumber: input.documentNumber,
      firstSurname: input.firstSurname,
      secondSurname: input.secondSurname ?? null,
      firstName: input.firstName,
      secondName: input.secondName ?? null,
      ...derived(input),
      gender: input.gender ?? null,
      birthDate: birthDate ? dayToDate(birthDate) : null,
      extraData: filled(extraData ?? {}),
    },
    select: { id: true, version: true },
  })
  call.audit({
    action: 'student.create',
    entity: 'student',
    entityId: student.id,
    studentId: student.id,
    after: filled({ ...plain, ...extraData }),
  })
  return student
}
