import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { nextAreaPosition } from '../../areas/steps'
import { defaultHours } from '../../plans/rules'
import { proposeCode } from '../../subjects/rules'
import { gradeWords, headingNames } from '../steps'
import { type PlanImport, readPlanRows } from './rules'

type Call = Pick<CommandCall, 'db' | 'ctx'>
type Target = { schoolYearId: string; studyPlanId: string }

/** What the rows would change in a plan of that year. @throws AppError not_found; not_allowed_now for an approved plan */
export async function checkPlanRows(
  call: Call,
  { schoolYearId, studyPlanId }: Target,
  sheet: string[][],
): Promise<PlanImport> {
  const { db, ctx } = call
  const [plan, areas, subjects, items, grades, heading] = await Promise.all([
    db.studyPlan.findFirst({ where: { id: studyPlanId, schoolYearId }, select: { status: true } }),
    db.academicArea.findMany({ select: { id: true, name: true, shortName: true } }),
    db.subject.findMany({
      select: { id: true, areaId: true, code: true, name: true, shortName: true, isActive: true },
    }),
    db.studyPlanItem.findMany({
      where: { studyPlanId },
      select: { gradeLevel: true, subjectId: true, weeklyHours: true, isMandatory: true, areaWeight: true },
    }),
    gradeWords(),
    headingNames(ctx),
  ])
  if (!plan) throw new AppError('not_found')
  if (plan.status !== 'draft')
    throw new AppError('not_allowed_now', { field: 'studyPlanId', reason: 'academics.refusal.planApproved' })
  return readPlanRows(sheet, {
    grades,
    areas,
    subjects,
    items: items.map((item) => ({
      ...item,
      weeklyHours: Number(item.weeklyHours),
      areaWeight: item.areaWeight === null ? null : Number(item.areaWeight),
    })),
    heading,
  })
}

/** Areas and subjects that the catalog lacks. @returns ids of the new subjects by name */
async function addToCatalog(
  call: Pick<CommandCall, 'db' | 'ctx' | 'audit'>,
  found: PlanImport,
): Promise<Map<string, string>> {
  const { db, ctx, audit } = call
  const { schoolId } = ctx
  const first = await nextAreaPosition(db)
  for (const [index, name] of found.newAreas.entries()) {
    const area = await db.academicArea.create({
      data: { schoolId, name, position: first + index * 10 },
      select: { id: true },
    })
    audit({ action: 'area.create', entity: 'area', entityId: area.id, after: { name } })
  }
  const [areas, taken] = await Promise.all([
    db.academicArea.findMany({ select: { id: true, name: true } }),
    db.subject.findMany({ select: { code: true } }),
  ])
  const codes = taken.map(({ code }) => code)
  const ids = new Map<string, string>()
  for (const { name, area } of found.newSubjects) {
    const areaId = areas.find((one) => one.name === area)?.id
    if (!areaId) throw new AppError('conflict')
    const code = proposeCode(name, codes)
    codes.push(code)
    const { id } = await db.subject.create({ data: { schoolId, areaId, code, name }, select: { id: true } })
    ids.set(name, id)
    audit({ action: 'subject.create', entity: 'subject', entityId: id, after: { name, subjectCode: code, area } })
  }
  return ids
}

/** Stores what `checkPlanRows` found, in the caller's transaction. */
export async function storePlanRows(
  call: Pick<CommandCall, 'db' | 'ctx' | 'audit'>,
  studyPlanId: string,
  found: PlanImport,
): Promise<void> {
  const { db, ctx } = call
  const added = await addToCatalog(call, found)
  const own = { schoolId: ctx.schoolId, studyPlanId }
  const idOf = (row: PlanImport['rows'][number]) => {
    const id = row.subjectId ?? added.get(row.subject)
    if (!id) throw new AppError('conflict')
    return id
  }
  await db.studyPlanItem.createMany({
    data: found.rows.flatMap((row, index) => {
      const { gradeLevel, weeklyHours, isMandatory, change } = row
      if (change !== 'create') return []
      return [{ ...own, subjectId: idOf(row), gradeLevel, weeklyHours, isMandatory, position: (index + 1) * 10 }]
    }),
  })
  for (const row of found.rows.filter(({ change }) => change === 'update'))
    await db.studyPlanItem.updateMany({
      where: { studyPlanId, gradeLevel: row.gradeLevel, subjectId: idOf(row) },
      data: { weeklyHours: row.weeklyHours, isMandatory: row.isMandatory, version: { increment: 1 } },
    })
  const known = await db.gradeHours.findMany({ where: { studyPlanId }, select: { gradeLevel: true } })
  const touched = [...new Set(found.rows.filter(({ change }) => change !== 'same').map(({ gradeLevel }) => gradeLevel))]
  const there = new Set(known.map(({ gradeLevel }) => gradeLevel))
  // A grade's version moves with its items, so that a form opened before the import does not undo it unseen.
  await db.gradeHours.updateMany({
    where: { studyPlanId, gradeLevel: { in: touched } },
    data: { version: { increment: 1 } },
  })
  await db.gradeHours.createMany({
    data: touched
      .filter((gradeLevel) => !there.has(gradeLevel))
      .map((gradeLevel) => ({ ...own, gradeLevel, weeklyHours: defaultHours(gradeLevel) })),
  })
}
