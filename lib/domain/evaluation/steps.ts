import { createHash } from 'node:crypto'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { canonicalJson } from '@/lib/shared/canonical-json'
import { defaultRules } from './rules'
import { type EvaluationRules, evaluationRules } from './schema'

type Db = Pick<TenantClient, 'evaluationRules' | 'academicPeriod' | 'periodEvent'>

/** `id` null: the year has no rules of its own yet and is read with the default ones. */
export type RulesInForce = { id: string | null; number: number; rules: EvaluationRules }

export const rulesHash = (rules: EvaluationRules): string =>
  createHash('sha256').update(canonicalJson(rules)).digest('hex')

const columns = { id: true, number: true, rules: true } as const

const read = (row: { id: string; number: number; rules: unknown }): RulesInForce => ({
  ...row,
  rules: evaluationRules.parse(row.rules),
})

async function activeRules(db: Db, schoolYearId: string): Promise<RulesInForce> {
  const row = await db.evaluationRules.findFirst({ where: { schoolYearId, status: 'active' }, select: columns })
  return row ? read(row) : { id: null, number: 0, rules: defaultRules() }
}

/** The rules under which a closed period was closed last; null when it has not been, or is open again. */
async function frozenRules(db: Db, academicPeriodId: string): Promise<RulesInForce | null> {
  const event = await db.periodEvent.findFirst({
    where: { academicPeriodId, toStatus: 'closed', evaluationRulesId: { not: null } },
    orderBy: { at: 'desc' },
    select: { evaluationRules: { select: columns } },
  })
  return event?.evaluationRules ? read(event.evaluationRules) : null
}

/**
 * The rules of a year, or those of a period: the ones it was closed under once it is closed, the year's active ones before.
 * @throws AppError not_found when there is no such period in the school
 */
export async function rulesFor(
  { db }: { db: Db },
  of: { schoolYearId: string } | { academicPeriodId: string },
): Promise<RulesInForce> {
  if ('schoolYearId' in of) return activeRules(db, of.schoolYearId)
  const period = await db.academicPeriod.findFirst({
    where: { id: of.academicPeriodId },
    select: { status: true, schoolYearId: true },
  })
  if (!period) throw new AppError('not_found')
  const over = period.status === 'closed' || period.status === 'published'
  const frozen = over ? await frozenRules(db, of.academicPeriodId) : null
  return frozen ?? activeRules(db, period.schoolYearId)
}

/** The active rules of a year as a row: whoever keeps a result under them needs one. The default ones where there is none. */
export async function ensureRules(
  { db, ctx, audit }: Pick<CommandCall, 'db' | 'ctx' | 'audit'>,
  schoolYearId: string,
): Promise<RulesInForce & { id: string }> {
  const { id, number, rules } = await activeRules(db, schoolYearId)
  if (id) return { id, number, rules }
  const [year, last] = await Promise.all([
    db.schoolYear.findFirst({ where: { id: schoolYearId }, select: { name: true } }),
    db.evaluationRules.findFirst({ where: { schoolYearId }, orderBy: { number: 'desc' }, select: { number: true } }),
  ])
  if (!year) throw new AppError('not_found')
  const row = { number: (last?.number ?? 0) + 1, status: 'active' }
  const created = await db.evaluationRules.create({
    data: { schoolId: ctx.schoolId, schoolYearId, ...row, rules, sha256: rulesHash(rules), activatedAt: new Date() },
    select: { id: true, number: true },
  })
  audit({
    action: 'evaluationRules.start',
    entity: 'evaluationRules',
    entityId: created.id,
    after: { year: year.name },
  })
  return { ...created, rules }
}
