import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { recordMove } from '../../closing/steps'
import { changePeriod } from '../../years/rules'
import type { PeriodStatus, YearStatus } from '../../years/schema'

/**
 * Moves a closed period on to published, with its line in the period's own history. A period that is published already stays
 * as it is. The closing itself, with its checklist, comes before this.
 * @throws AppError not_found; not_allowed_now while the period is open or its year is not active; conflict
 */
export async function publishPeriod(
  call: Pick<CommandCall, 'db' | 'ctx' | 'audit' | 'enqueue'>,
  periodId: string,
): Promise<{ name: string; year: string }> {
  const { db, audit } = call
  const period = await db.academicPeriod.findFirst({
    where: { id: periodId },
    select: {
      name: true,
      status: true,
      version: true,
      schoolYearId: true,
      schoolYear: { select: { name: true, status: true } },
    },
  })
  if (!period) throw new AppError('not_found')
  const about = { name: period.name, year: period.schoolYear.name }
  if (period.status === 'published') return about
  const year = period.schoolYear.status as YearStatus
  const verdict = changePeriod(period.status as PeriodStatus, 'published', { year })
  if (!verdict.ok)
    throw new AppError('not_allowed_now', {
      reason: period.status === 'closed' ? verdict.reason : 'reportCards.refusal.notPublished',
    })
  const { count } = await db.academicPeriod.updateMany({
    where: { id: periodId, version: period.version },
    data: { status: 'published', version: { increment: 1 } },
  })
  if (count === 0) throw new AppError('conflict')
  const moved = { id: periodId, name: period.name, schoolYearId: period.schoolYearId }
  await recordMove(call, { period: moved, from: period.status, to: 'published', reason: null })
  audit({
    action: 'period.changeStatus',
    entity: 'period',
    entityId: periodId,
    before: { ...about, status: period.status },
    after: { ...about, status: 'published' },
  })
  return about
}
