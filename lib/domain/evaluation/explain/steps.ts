import { courseFor } from '@/lib/domain/academics/policy'
import type { SchoolContext } from '@/lib/platform/context'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { can } from '@/lib/platform/permissions'
import { ownEnrollments } from '../policy'

type Call = { db: TenantClient; ctx: SchoolContext }

const columns = {
  id: true,
  schoolYearId: true,
  gradeLevel: true,
  student: { select: { fullName: true } },
  schoolYear: { select: { name: true } },
} as const

async function asStaff({ db, ctx }: Call, courseOfferingId: string, enrollmentId: string) {
  if (!can(ctx.permissions, 'read:grades') && !can(ctx.permissions, 'write:grades')) return null
  await courseFor({ db, ctx }, courseOfferingId, 'read:grades')
  return db.enrollment.findFirst({
    where: { id: enrollmentId, courses: { some: { courseOfferingId } } },
    select: columns,
  })
}

async function asFamily({ db, ctx }: Call, courseOfferingId: string, enrollmentId: string) {
  const own = ownEnrollments(ctx)
  if (!own) return null
  return db.enrollment.findFirst({
    where: { ...own, id: enrollmentId, courses: { some: { courseOfferingId } } },
    select: columns,
  })
}

/**
 * The enrollment, if this person may see its marks in the course: staff of the course everything, a student and a guardian
 * what is published of their own.
 * @throws AppError not_found for everybody else, as for a record that does not exist
 */
export async function markReader(call: Call, courseOfferingId: string, enrollmentId: string) {
  const family = await asFamily(call, courseOfferingId, enrollmentId)
  const staff = await asStaff(call, courseOfferingId, enrollmentId).catch((error: unknown) => {
    if (family && error instanceof AppError && error.code === 'not_found') return null
    throw error
  })
  const enrollment = staff ?? family
  if (!enrollment) throw new AppError('not_found')
  return { ...enrollment, publishedOnly: !staff }
}
