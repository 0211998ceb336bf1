import { userIdOf } from '@/lib/platform/context'
import type { CommandCall } from '@/lib/platform/operation'
import { ensureRules } from '../evaluation/steps'
import { computeMarks } from './jobs'

type Move = {
  period: { id: string; name: string; schoolYearId: string }
  from: string
  to: string
  reason: string | null
}

/**
 * Writes a period's move into its own history. Closing freezes the rules of that moment and sets the marks of every group to be
 * worked out from them; what is opened again keeps none, and is marked under the year's rules once more.
 */
export async function recordMove(
  call: Pick<CommandCall, 'db' | 'ctx' | 'audit' | 'enqueue'>,
  { period, from, to, reason }: Move,
): Promise<void> {
  const { db, ctx, enqueue } = call
  const rules = to === 'closed' ? await ensureRules(call, period.schoolYearId) : null
  // A save holds its course's row while it writes: closing waits for those under way, and those that come wait for it.
  if (to === 'closed')
    await db.periodCourse.updateMany({ where: { academicPeriodId: period.id }, data: { updatedAt: new Date() } })
  await db.periodEvent.create({
    data: {
      schoolId: ctx.schoolId,
      academicPeriodId: period.id,
      evaluationRulesId: rules?.id ?? null,
      fromStatus: from,
      toStatus: to,
      reason,
      actorId: userIdOf(ctx),
    },
  })
  if (to === 'open') await db.courseResult.deleteMany({ where: { academicPeriodId: period.id } })
  if (to === 'closed') await enqueue(computeMarks, { periodId: period.id }, { title: period.name })
}
