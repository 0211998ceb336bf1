import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command, done } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { mayDraft } from '../policy'
import { defaultRules } from '../rules'
import { type EvaluationRules, evaluationRules } from '../schema'
import { rulesFor, rulesHash } from '../steps'
import { createDraftInput, draftInput, type RulesStatus, saveDraftInput, savedRules } from './schema'
import { readVersion } from './steps'

type Row = { id: string; number: number; version: number; status: string }
const saved = ({ id, number, version, status }: Row) => ({ id, number, version, status: status as RulesStatus })

async function openYear(
  { db }: Pick<CommandCall, 'db'>,
  schoolYearId: string,
): Promise<{ name: string; startsOn: Date }> {
  const year = await db.schoolYear.findFirst({
    where: { id: schoolYearId },
    select: { name: true, status: true, startsOn: true },
  })
  if (!year) throw new AppError('not_found')
  if (year.status !== 'planning' && year.status !== 'active')
    throw new AppError('not_allowed_now', { reason: 'evaluation.refusal.yearOver' })
  return year
}

async function lastYears({ db }: Pick<CommandCall, 'db'>, before: Date): Promise<EvaluationRules> {
  const row = await db.evaluationRules.findFirst({
    where: { status: 'active', schoolYear: { startsOn: { lt: before } } },
    orderBy: { schoolYear: { startsOn: 'desc' } },
    select: { rules: true },
  })
  if (!row) throw new AppError('not_allowed_now', { field: 'source', reason: 'evaluation.refusal.noLastYear' })
  return evaluationRules.parse(row.rules)
}

/**
 * Begins a new version of a year's rules as a draft, which takes no effect.
 * @throws AppError not_allowed_now when the year is over, has a draft already, or there are no rules of a year before
 */
export const createRulesDraft = command({
  name: 'evaluation.createDraft',
  permission: mayDraft,
  input: createDraftInput,
  output: savedRules,
  run: async (call) => {
    const { db, ctx, input, audit } = call
    const { schoolYearId, source, rulesId } = input
    const year = await openYear(call, schoolYearId)
    const newest = await db.evaluationRules.findMany({
      where: { schoolYearId },
      orderBy: { number: 'desc' },
      select: { number: true, status: true },
    })
    if (newest.some(({ status }) => status === 'draft'))
      throw new AppError('not_allowed_now', { reason: 'evaluation.refusal.draftExists' })
    const start = {
      active: async () => (await rulesFor(call, { schoolYearId })).rules,
      lastYear: () => lastYears(call, year.startsOn),
      default: async () => defaultRules(),
      version: async () => (await readVersion(db, rulesId as string, true)).rules,
    }
    const rules = await start[source]()
    const number = (newest[0]?.number ?? 0) + 1
    const created = await db.evaluationRules.create({
      data: {
        schoolId: ctx.schoolId,
        schoolYearId,
        number,
        rules,
        sha256: rulesHash(rules),
        createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
      },
      select: { id: true, number: true, version: true, status: true },
    })
    audit({
      action: 'evaluationRules.draft',
      entity: 'evaluationRules',
      entityId: created.id,
      after: { number, year: year.name },
    })
    return saved(created)
  },
})

async function draftOf({ db }: Pick<CommandCall, 'db'>, rulesId: string) {
  const version = await readVersion(db, rulesId, true)
  if (version.status !== 'draft') throw new AppError('not_allowed_now', { reason: 'evaluation.refusal.frozen' })
  return version
}

/** Saves a draft. What has ever been in force is never changed: that takes a new version. @throws AppError not_allowed_now then */
export const saveRulesDraft = command({
  name: 'evaluation.saveDraft',
  permission: mayDraft,
  input: saveDraftInput,
  output: savedRules,
  run: async (call) => {
    const { db, input, audit } = call
    const { rulesId, version, rules, note } = input
    const before = await draftOf(call, rulesId)
    const data = { rules, sha256: rulesHash(rules), ...(note === undefined ? {} : { note }) }
    const after = await updateVersioned<Row>(db.evaluationRules, {
      id: rulesId,
      version,
      data,
      shows: ['number', 'status'],
    })
    audit({
      action: 'evaluationRules.save',
      entity: 'evaluationRules',
      entityId: rulesId,
      before: { sha256: before.sha256 },
      after: { number: after.number, year: before.year.name, sha256: data.sha256 },
    })
    return saved(after)
  },
})

/** Throws a draft away. */
export const discardRulesDraft = command({
  name: 'evaluation.discardDraft',
  permission: mayDraft,
  input: draftInput,
  output: done,
  run: async (call) => {
    const { db, input, audit } = call
    const draft = await draftOf(call, input.rulesId)
    const { count } = await db.evaluationRules.deleteMany({
      where: { id: input.rulesId, version: input.version, status: 'draft' },
    })
    if (count === 0) throw new AppError('conflict', { current: { id: draft.id, version: draft.version } })
    audit({
      action: 'evaluationRules.discard',
      entity: 'evaluationRules',
      entityId: draft.id,
      before: { number: draft.number, year: draft.year.name },
    })
    return { ok: true as const }
  },
})

/**
 * Puts a draft into force: from now on the open periods of its year are marked by it. Closed periods keep the version they
 * were closed under; the version that held until now is kept as superseded.
 */
export const activateRules = command({
  name: 'evaluation.activate',
  permission: mayDraft,
  input: draftInput,
  output: savedRules,
  run: async (call) => {
    const { db, input, audit } = call
    const draft = await draftOf(call, input.rulesId)
    await openYear(call, draft.year.id)
    await db.evaluationRules.updateMany({
      where: { schoolYearId: draft.year.id, status: 'active' },
      data: { status: 'superseded', version: { increment: 1 } },
    })
    const after = await updateVersioned<Row>(db.evaluationRules, {
      id: input.rulesId,
      version: input.version,
      data: { status: 'active', activatedAt: new Date() },
      shows: ['number', 'status'],
    })
    audit({
      action: 'evaluationRules.activate',
      entity: 'evaluationRules',
      entityId: draft.id,
      after: { number: draft.number, year: draft.year.name },
    })
    return saved(after)
  },
})
