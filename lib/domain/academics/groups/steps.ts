import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'

type Db = Pick<TenantClient, 'classGroup' | 'studyPlan' | 'schoolMembership'>
type Wanted = { schoolYearId: string; studyPlanId?: string | null; directorId?: string | null }

const staffRoles = ['rector', 'coordinator', 'teacher', 'secretary']

/**
 * A plan of the same year, and a director who works here. What is not sent is not checked.
 * @throws AppError not_found, as for another school's; invalid at `directorId` for who works here no more
 * @returns the names, for the history
 */
export async function checkGroupParts(db: Db, { schoolYearId, studyPlanId, directorId }: Wanted) {
  const [plan, membership] = await Promise.all([
    studyPlanId
      ? db.studyPlan.findFirst({ where: { id: studyPlanId, schoolYearId }, select: { name: true } })
      : undefined,
    directorId
      ? db.schoolMembership.findFirst({
          where: { userId: directorId },
          select: { isActive: true, roles: true, user: { select: { fullName: true } } },
        })
      : undefined,
  ])
  if (plan === null || membership === null) throw new AppError('not_found')
  if (membership && !(membership.isActive && staffRoles.some((role) => (membership.roles as string[]).includes(role))))
    throw new AppError('invalid', { field: 'directorId', reason: 'academics.refusal.directorGone' })
  return { plan: plan?.name ?? null, director: membership?.user?.fullName ?? null }
}

/** @throws AppError duplicate at `code`: the grade has such a group in that year */
export async function refuseTakenGroup(
  db: Db,
  { schoolYearId, gradeLevel, code, id }: { schoolYearId: string; gradeLevel: string; code: string; id?: string },
): Promise<void> {
  const other = await db.classGroup.findFirst({
    where: { schoolYearId, gradeLevel, code, ...(id ? { id: { not: id } } : {}) },
    select: { isActive: true },
  })
  if (other)
    throw new AppError('duplicate', {
      field: 'code',
      reason: other.isActive ? 'academics.refusal.groupTaken' : 'academics.refusal.groupTakenInactive',
    })
}
