import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { dateToDay } from '@/lib/shared/dates'
import { followEnrollment } from '../academics/placements/steps'
import { type EnrollmentFacts, requiredDocumentsFor } from '../requirements/rules'
import { createDocuments } from './documents/steps'
import { ageFacts } from './rules'
import { changeEnrollmentStatusInput, enrolled, updateEnrollmentInput } from './schema'
import { moveEnrollment, readEnrolled } from './steps'

/** The papers of an enrollment whose kind or grade was changed. What somebody sent or reviewed stays. */
async function alignDocuments(
  call: CommandCall,
  enrollment: EnrollmentFacts & { enrollmentId: string },
): Promise<void> {
  const { db } = call
  const { enrollmentId } = enrollment
  const [list, present] = await Promise.all([
    db.requiredDocument.findMany({ where: { isActive: true }, select: { code: true, appliesTo: true } }),
    db.enrollmentDocument.findMany({ where: { enrollmentId }, select: { documentType: true } }),
  ])
  const wanted = new Set(requiredDocumentsFor(list, enrollment).map(({ code }) => code))
  const gone = present.map(({ documentType }) => documentType).filter((code) => !wanted.has(code))
  if (gone.length > 0)
    await db.enrollmentDocument.deleteMany({
      where: { enrollmentId, documentType: { in: gone }, status: 'pending', files: { none: {} } },
    })
  await createDocuments(call, enrollment)
}

type EditedEnrollment = {
  id: string
  version: number
  kind: string
  gradeLevel: string
  groupCode: string | null
  shift: string | null
  previousSchool: string | null
}

/**
 * Changes where the child sits and how it came. When kind or grade change, papers that are now asked for are added, and those
 * no longer asked for go as long as nothing was sent. A child who sits in a group follows to the one that is named now.
 * @throws AppError not_found; conflict
 */
export const updateEnrollment = command({
  name: 'enrollments.update',
  permission: 'write:enrollment',
  input: updateEnrollmentInput,
  output: enrolled,
  run: async (call) => {
    const { db, input, audit } = call
    const { enrollmentId, version, ...given } = input
    const before = await db.enrollment.findFirst({
      where: { id: enrollmentId },
      select: {
        studentId: true,
        kind: true,
        gradeLevel: true,
        groupCode: true,
        shift: true,
        previousSchool: true,
        student: { select: { documentType: true, birthDate: true } },
        schoolYear: { select: { startsOn: true } },
      },
    })
    if (!before) throw new AppError('not_found')
    const { student, schoolYear, studentId, ...placement } = before
    const news = changed<Record<string, unknown>>(placement, {
      ...given,
      ...(given.groupCode ? { groupCode: given.groupCode.toUpperCase() } : {}),
    })
    const after = await updateVersioned<EditedEnrollment>(db.enrollment, {
      id: enrollmentId,
      version,
      data: news.after,
      shows: ['kind', 'gradeLevel', 'groupCode', 'shift', 'previousSchool'],
    })
    audit({ action: 'enrollment.update', entity: 'enrollment', entityId: enrollmentId, studentId, ...news })
    if ('kind' in news.after || 'gradeLevel' in news.after) {
      const birthDate = student.birthDate && dateToDay(student.birthDate)
      const { documentType } = student
      const facts = { documentType, ...ageFacts(birthDate, dateToDay(schoolYear.startsOn)) }
      await alignDocuments(call, { enrollmentId, kind: after.kind, gradeLevel: after.gradeLevel, ...facts })
    }
    if ('groupCode' in news.after || 'gradeLevel' in news.after) await followEnrollment(call, enrollmentId)
    return readEnrolled(call, enrollmentId)
  },
})

/**
 * Takes an enrollment to another state by hand.
 * @throws AppError not_found, also for the guardian of a commitment; conflict when somebody moved it first; not_allowed_now
 */
export const changeEnrollmentStatus = command({
  name: 'enrollments.move',
  permission: 'write:enrollment',
  input: changeEnrollmentStatusInput,
  output: enrolled,
  run: async (call) => {
    const { enrollmentId, version, status, reason, commitment } = call.input
    if (commitment?.guardianId) {
      const signer = await call.db.studentGuardian.findFirst({
        where: { guardianId: commitment.guardianId, student: { enrollments: { some: { id: enrollmentId } } } },
        select: { id: true },
      })
      if (!signer) throw new AppError('not_found')
    }
    return moveEnrollment(call, { id: enrollmentId, version, to: status, reason, commitment })
  },
})
