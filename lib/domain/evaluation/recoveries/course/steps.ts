import type { TenantClient } from '@/lib/platform/db/tenant'
import type { Mark } from '../../marks/rules'
import { yearsOf } from '../../results/year/rules'
import { readYearData } from '../../results/year/steps'
import type { EvaluationRules } from '../../schema'
import type { RecoveryMove } from './schema'

type Which = { schoolYearId: string; courseOfferingId: string; academicPeriodId: string | null }

/** The marks of everybody whose seat of the subject is, or was last, in this course; by enrollment. */
export async function marksOfCourse(
  db: TenantClient,
  rules: EvaluationRules,
  { schoolYearId, courseOfferingId, academicPeriodId }: Which,
): Promise<Map<string, Mark>> {
  const seats = await db.courseEnrollment.findMany({ where: { courseOfferingId }, select: { enrollmentId: true } })
  const enrollmentIds = [...new Set(seats.map(({ enrollmentId }) => enrollmentId))]
  const students = yearsOf(rules, await readYearData(db, rules, { schoolYearId, enrollmentIds }))
  return new Map(
    students.flatMap(({ enrollmentId, subjects }) => {
      const subject = subjects.find(({ id }) => id === courseOfferingId)
      const mark = academicPeriodId
        ? subject?.periods.find(({ periodId }) => periodId === academicPeriodId)
        : subject?.year
      return mark ? [[enrollmentId, mark] as const] : []
    }),
  )
}

/** A mark without its recovery and before rounding, as its own steps tell it. */
export function beforeRecovery({ value, trace: { steps } }: Mark): string | null {
  const recovery = steps.find((step) => step.what === 'recovery')
  if (recovery?.what === 'recovery') return recovery.original
  const rounding = steps.find((step) => step.what === 'rounding')
  return rounding?.what === 'rounding' ? rounding.before : value
}

const actions = { 'recovery.plan': 'plan', 'recovery.record': 'record', 'recovery.annul': 'annul' } as const
const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

/** What was done about each recovery, the newest first. */
export async function movesOf(db: TenantClient, recoveryIds: string[]): Promise<Map<string, RecoveryMove[]>> {
  const rows = await db.auditLog.findMany({
    where: { entity: 'recovery', entityId: { in: recoveryIds }, action: { in: Object.keys(actions) } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 2000,
    select: { entityId: true, action: true, at: true, actorName: true, after: true, reason: true },
  })
  const moves = new Map<string, RecoveryMove[]>()
  for (const { entityId, action, at, actorName, after, reason } of rows) {
    const told = (after ?? {}) as { score?: unknown; finalValue?: unknown }
    const move = {
      action: actions[action as keyof typeof actions],
      at: at.toISOString(),
      by: actorName,
      score: textOf(told.score),
      finalValue: textOf(told.finalValue),
      reason,
    }
    moves.set(entityId ?? '', [...(moves.get(entityId ?? '') ?? []), move])
  }
  return moves
}
