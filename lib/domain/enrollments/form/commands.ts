import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { dateToDay } from '@/lib/shared/dates'
import { fullName } from '@/lib/shared/names'
import { normalizeSearch } from '@/lib/shared/search-text'
import { upsertGuardians } from '../../guardians/steps'
import { createStudentRow } from '../../students/steps'
import { bringPapers } from '../documents/carry/steps'
import { createDocuments } from '../documents/steps'
import { ageFacts } from '../rules'
import { type EnrollChild, enrollChildInput, enrolled } from '../schema'
import { holdOpenYear, openedEntry, readEnrolled } from '../steps'

const childColumns = {
  id: true,
  fullName: true,
  documentType: true,
  documentNumber: true,
  birthDate: true,
  isActive: true,
} as const

const asChild = <Row extends { birthDate: Date | null }>(row: Row) => ({
  ...row,
  birthDate: row.birthDate && dateToDay(row.birthDate),
})

/** The child: by id, by document when the name is the same, or new. Refusals name the field as the form has it. */
async function findOrCreateChild(call: CommandCall, input: EnrollChild) {
  const { db } = call
  if (input.studentId) {
    const child = await db.student.findFirst({ where: { id: input.studentId }, select: childColumns })
    if (!child) throw new AppError('not_found')
    return asChild(child)
  }
  const { student } = input
  if (!student) throw new AppError('invalid', { field: 'student', reason: 'validation.required' })
  const { documentType, documentNumber } = student
  const known = await db.student.findFirst({ where: { documentType, documentNumber }, select: childColumns })
  if (known && normalizeSearch(known.fullName) === normalizeSearch(fullName(student))) return asChild(known)
  try {
    const { id } = await createStudentRow(call, student)
    const { birthDate = null } = student
    return { id, fullName: fullName(student), documentType, documentNumber, birthDate, isActive: true }
  } catch (error) {
    if (!(error instanceof AppError) || !error.details.field) throw error
    throw new AppError(error.code, { ...error.details, field: `student.${error.details.field}` })
  }
}

/** @throws AppError duplicate with `data.enrollmentId` when the child is enrolled in that year already */
async function refuseSecond(
  { db }: CommandCall,
  child: { id: string; fullName: string },
  yearId: string,
  year: string,
) {
  const earlier = await db.enrollment.findFirst({
    where: { studentId: child.id, schoolYearId: yearId },
    select: { id: true },
  })
  if (!earlier) return
  throw new AppError('duplicate', {
    field: 'schoolYearId',
    reason: 'enrollments.refusal.alreadyEnrolled',
    data: { enrollmentId: earlier.id, studentId: child.id, name: child.fullName, year },
  })
}

/** A child who left and comes back is a child of the school again. */
async function reactivate(call: CommandCall, child: { id: string; isActive: boolean }) {
  if (child.isActive) return
  await call.db.student.updateMany({ where: { id: child.id }, data: { isActive: true, version: { increment: 1 } } })
  const line = { entity: 'student', entityId: child.id, studentId: child.id }
  call.audit({ action: 'student.activate', ...line, before: { isActive: false }, after: { isActive: true } })
}

/**
 * Enrolls a child in one transaction: the child, the guardians, the enrollment with the first line of its history,
 * and the papers that the school asks for. Everything or nothing.
 * @throws AppError not_found for a child, year or guardian that the school has not; not_allowed_now for a closed year;
 * duplicate with `data.enrollmentId` for a second enrollment in the year, with `data.studentId` or `data.candidates` when
 * the new child may be one whom the school knows
 */
export const enrollChild = command({
  name: 'enrollments.enroll',
  permission: 'write:enrollment',
  input: enrollChildInput,
  output: enrolled,
  run: async (call) => {
    const { db, ctx, input, audit } = call
    const { schoolYearId, kind, gradeLevel } = input
    const year = await holdOpenYear(call, schoolYearId)
    const child = await findOrCreateChild(call, input)
    await refuseSecond(call, child, schoolYearId, year.name)
    await reactivate(call, child)
    if (input.guardians.length > 0) await upsertGuardians(call, child.id, input.guardians)
    const placement = {
      kind,
      gradeLevel,
      groupCode: input.groupCode?.toUpperCase() ?? null,
      shift: input.shift ?? null,
      previousSchool: input.previousSchool ?? null,
    }
    const { id } = await db.enrollment.create({
      data: {
        schoolId: ctx.schoolId,
        studentId: child.id,
        schoolYearId,
        ...placement,
        statusHistory: [openedEntry(call)],
      },
      select: { id: true },
    })
    audit({
      action: 'enrollment.create',
      entity: 'enrollment',
      entityId: id,
      studentId: child.id,
      after: { year: year.name, ...placement },
    })
    const startsOn = dateToDay(year.startsOn)
    const facts = { kind, gradeLevel, documentType: child.documentType, ...ageFacts(child.birthDate, startsOn) }
    if (kind === 'returning') {
      const returning = { ...facts, studentId: child.id, documentNumber: child.documentNumber }
      await bringPapers(call, id, returning, { id: schoolYearId, startsOn })
    }
    await createDocuments(call, { enrollmentId: id, ...facts })
    return readEnrolled(call, id)
  },
})
