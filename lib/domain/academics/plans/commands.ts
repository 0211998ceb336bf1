import { changed } from '@/lib/platform/audit'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { translator } from '@/lib/platform/translator'
import { updateVersioned } from '@/lib/platform/version'
import { savedRecord } from '../areas/schema'
import { hoursState } from './rules'
import { changePlanStatusInput, createPlanInput, updatePlanInput } from './schema'
import { openYear, readPlanDetail } from './steps'

type Stored = { id: string; version: number; name: string; status: string }

async function refuseTakenName(db: Pick<TenantClient, 'studyPlan'>, schoolYearId: string, name: string, id?: string) {
  const other = await db.studyPlan.findFirst({
    where: {
      schoolYearId,
      name: { equals: name, mode: 'insensitive' },
      ...(id ? { id: { not: id } } : {}),
    },
    select: { id: true },
  })
  if (other) throw new AppError('duplicate', { field: 'name', reason: 'academics.refusal.planTaken' })
}

/** An empty draft for a year in planning or active. @throws AppError duplicate at `name` */
export const createPlan = command({
  name: 'academics.createPlan',
  permission: 'config:institution',
  input: createPlanInput,
  output: savedRecord,
  run: async ({ db, ctx, input: { schoolYearId, name }, audit }) => {
    const year = await openYear(db, schoolYearId)
    await refuseTakenName(db, schoolYearId, name)
    const saved = await db.studyPlan.create({
      data: { schoolId: ctx.schoolId, schoolYearId, name },
      select: { id: true, version: true },
    })
    audit({ action: 'plan.create', entity: 'plan', entityId: saved.id, after: { name, year: year.name } })
    return saved
  },
})

/** The plan's name. */
export const updatePlan = command({
  name: 'academics.updatePlan',
  permission: 'config:institution',
  input: updatePlanInput,
  output: savedRecord,
  run: async ({ db, input: { studyPlanId, version, name }, audit }) => {
    const before = await readPlanDetail(db, studyPlanId)
    await openYear(db, before.year.id)
    await refuseTakenName(db, before.year.id, name, studyPlanId)
    const saved = await updateVersioned<Stored>(db.studyPlan, {
      id: studyPlanId,
      version,
      data: { name },
      shows: ['name', 'status'],
    })
    audit({
      action: 'plan.update',
      entity: 'plan',
      entityId: studyPlanId,
      ...changed<Record<string, unknown>>({ name: before.name }, { name }),
    })
    return { id: studyPlanId, version: saved.version }
  },
})

/**
 * draft → approved: every grade reaches its hours; from then on courses can be made of it. approved → draft: with a
 * reason; courses that exist stay.
 * @throws AppError not_allowed_now naming the grades that fall short
 */
export const changePlanStatus = command({
  name: 'academics.changePlanStatus',
  permission: 'config:institution',
  input: changePlanStatusInput,
  output: savedRecord,
  run: async ({ db, ctx, input: { studyPlanId, version, status, reason = null }, audit }) => {
    const plan = await readPlanDetail(db, studyPlanId)
    await openYear(db, plan.year.id)
    if (status === plan.status) throw new AppError('not_allowed_now', { reason: 'academics.refusal.samePlanStatus' })
    if (status === 'draft' && !reason)
      throw new AppError('not_allowed_now', { field: 'reason', reason: 'academics.refusal.reasonRequired' })
    if (status === 'approved') {
      if (!plan.grades.some(({ items }) => items.length > 0))
        throw new AppError('not_allowed_now', { reason: 'academics.refusal.planEmpty' })
      const short = plan.grades.filter((grade) => hoursState(grade.total, grade.weeklyHours).state === 'short')
      if (short.length > 0) {
        const t = await translator(ctx.locale, 'grades')
        const grades = short.map(({ gradeLevel }) => t(`label.${gradeLevel}` as 'label.1')).join(', ')
        throw new AppError('not_allowed_now', { reason: 'academics.refusal.hoursShort', data: { grades } })
      }
    }
    const saved = await updateVersioned<Stored>(db.studyPlan, {
      id: studyPlanId,
      version,
      data: { status },
      shows: ['name', 'status'],
    })
    audit({
      action: status === 'approved' ? 'plan.approve' : 'plan.reopen',
      entity: 'plan',
      entityId: studyPlanId,
      before: { name: plan.name, planStatus: plan.status },
      after: { name: plan.name, planStatus: status },
      reason,
    })
    return { id: studyPlanId, version: saved.version }
  },
})
