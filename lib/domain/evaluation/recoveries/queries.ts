import { courseFor } from '@/lib/domain/academics/policy'
import { query } from '@/lib/platform/operation'
import { listRecoveriesInput, recoveryList } from './schema'
import { recoveryColumns, toRecovery } from './steps'

/** The recoveries of a course, annulled ones as well, the newest first. @throws AppError not_found for a course of others */
export const listRecoveries = query({
  name: 'evaluation.recoveries',
  permission: ['read:grades', 'write:grades'],
  input: listRecoveriesInput,
  output: recoveryList,
  run: async ({ db, ctx, input: { courseOfferingId, academicPeriodId, enrollmentId, status } }) => {
    await courseFor({ db, ctx }, courseOfferingId, 'read:grades')
    const rows = await db.recovery.findMany({
      where: {
        courseOfferingId,
        ...(academicPeriodId ? { academicPeriodId } : {}),
        ...(enrollmentId ? { enrollmentId } : {}),
        ...(status ? { status } : {}),
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 500,
      select: recoveryColumns,
    })
    return { items: rows.map(toRecovery) }
  },
})
