import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'

type Db = Pick<TenantClient, 'studyPlan'>

/**
 * Takes the plan for this transaction: who approves it, or saves another grade, waits. An approved plan does not change.
 * @throws AppError not_found, not_allowed_now
 */
export async function holdDraft(db: Db, studyPlanId: string): Promise<void> {
  const { count } = await db.studyPlan.updateMany({
    where: { id: studyPlanId, status: 'draft' },
    data: { updatedAt: new Date() },
  })
  if (count > 0) return
  const plan = await db.studyPlan.findFirst({ where: { id: studyPlanId }, select: { id: true } })
  throw plan ? new AppError('not_allowed_now', { reason: 'academics.refusal.planApproved' }) : new AppError('not_found')
}

/** Numbers as the plan stores them, for comparing and for the history. */
export const sameItem = (
  a: { weeklyHours: number; isMandatory: boolean; areaWeight: number | null; position: number },
  b: { weeklyHours: number; isMandatory: boolean; areaWeight: number | null; position: number },
): boolean =>
  a.weeklyHours === b.weeklyHours &&
  a.isMandatory === b.isMandatory &&
  a.areaWeight === b.areaWeight &&
  a.position === b.position
