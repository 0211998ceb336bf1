import { type DocumentFact, nextStatusAfterReview } from '@/lib/domain/enrollments/rules'
import { moveEnrollment } from '@/lib/domain/enrollments/steps'
import { ensureConsentTexts } from '@/lib/domain/families/steps'
import { type EnrollmentFacts, requiredDocumentsFor } from '@/lib/domain/requirements/rules'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import type { EnrollmentStatus } from '@/lib/shared/enrollment-status'
import { documentCounts } from './rules'

/**
 * Gives a new enrollment the school's list as it is today, with the names that the family will read.
 * The list that follows from kind, grade and document type is a rule; a later change of the list touches only new enrollments.
 */
export async function createDocuments(
  call: CommandCall,
  enrollment: EnrollmentFacts & { enrollmentId: string },
): Promise<void> {
  const { db, ctx } = call
  const list = await db.requiredDocument.findMany({
    where: { isActive: true },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
    select: { code: true, name: true, help: true, kind: true, required: true, position: true, appliesTo: true },
  })
  const wanted = requiredDocumentsFor(list, enrollment)
  await db.enrollmentDocument.createMany({
    data: wanted.map(({ code, name, help, kind, required }, position) => ({
      schoolId: ctx.schoolId,
      enrollmentId: enrollment.enrollmentId,
      documentType: code,
      kind,
      required,
      position,
      metadata: { name, help },
    })),
    skipDuplicates: true,
  })
  await ensureConsentTexts(
    call,
    wanted.filter(({ kind }) => kind === 'consent').map(({ code }) => code),
  )
  await refreshEnrollment(call, enrollment.enrollmentId)
}

/**
 * Counts what is missing and what waits for a reviewer, and moves the enrollment between `pending_documents` and
 * `in_review` as its papers say. Call it after the change of a document, in the same transaction.
 * @throws AppError not_found
 */
export async function refreshEnrollment(call: CommandCall, enrollmentId: string): Promise<void> {
  const { db } = call
  // Takes the row's lock first: of two papers that arrive at once, the second counts with the first.
  const { count } = await db.enrollment.updateMany({ where: { id: enrollmentId }, data: { updatedAt: new Date() } })
  if (count === 0) throw new AppError('not_found')
  const [enrollment, documents] = await Promise.all([
    db.enrollment.findFirst({
      where: { id: enrollmentId },
      select: { status: true, missingCount: true, reviewCount: true },
    }),
    db.enrollmentDocument.findMany({ where: { enrollmentId }, select: { status: true, required: true } }),
  ])
  if (!enrollment) throw new AppError('not_found')
  const facts = documents as DocumentFact[]
  const { missingCount, reviewCount } = documentCounts(facts)
  if (missingCount !== enrollment.missingCount || reviewCount !== enrollment.reviewCount)
    await db.enrollment.updateMany({ where: { id: enrollmentId }, data: { missingCount, reviewCount } })
  const step = nextStatusAfterReview(enrollment.status as EnrollmentStatus, facts)
  // Accepting the last paper enrolls nobody by itself: that is a person's act, and can be undone until then.
  if (step && step.to !== 'active') await moveEnrollment(call, { id: enrollmentId, to: step.to, reason: step.reason })
}
