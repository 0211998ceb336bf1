import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { recompute } from '../evaluation/results/kept/steps'
import { computedGroup, computeGroupInput } from './schema'

/**
 * Works out the marks of a group in a closed period and keeps them. Safe to repeat: what is right already is not touched.
 * @throws AppError not_found; not_allowed_now while the period can still be written
 */
export const computeGroup = command({
  name: 'closing.computeGroup',
  permission: 'config:institution',
  input: computeGroupInput,
  output: computedGroup,
  run: async (call) => {
    const { db, input, audit } = call
    const { periodId, classGroupId } = input
    const period = await db.academicPeriod.findFirst({
      where: { id: periodId },
      select: { name: true, status: true, schoolYearId: true },
    })
    const group =
      period &&
      (await db.classGroup.findFirst({
        where: { id: classGroupId, schoolYearId: period.schoolYearId },
        select: { code: true },
      }))
    if (!group) throw new AppError('not_found')
    if (period.status !== 'closed' && period.status !== 'published')
      throw new AppError('not_allowed_now', { reason: 'closing.refusal.notClosed' })
    const changed = await recompute(call, { academicPeriodId: periodId, classGroupId })
    if (changed > 0)
      audit({
        action: 'period.computeMarks',
        entity: 'period',
        entityId: periodId,
        after: { name: period.name, group: group.code, marks: changed },
      })
    return { changed }
  },
})
