import { shifts } from '@/lib/domain/enrollments/rules'
import type { CommandCall } from '@/lib/platform/operation'
import { translator } from '@/lib/platform/translator'
import { findStaff } from '../../groups/sql'
import { gradeWords, headingNames } from '../steps'
import { type GroupImport, readGroupRows } from './rules'

type Call = Pick<CommandCall, 'db' | 'ctx' | 'sql'>

async function shiftWords(): Promise<Record<string, string[]>> {
  const both = await Promise.all(['es', 'en'].map((locale) => translator(locale, 'enrollments')))
  return Object.fromEntries(shifts.map((shift) => [shift, [shift, ...both.map((t) => t(`shift.${shift}`))]]))
}

/** What the rows would change among the groups of a year. */
export async function checkGroupRows(
  { db, ctx, sql }: Call,
  schoolYearId: string,
  sheet: string[][],
): Promise<GroupImport> {
  const [groups, staff, grades, shiftNames, heading] = await Promise.all([
    db.classGroup.findMany({
      where: { schoolYearId },
      select: { id: true, gradeLevel: true, code: true, shift: true, capacity: true, directorId: true },
    }),
    findStaff(sql, ctx.schoolId),
    gradeWords(),
    shiftWords(),
    headingNames(ctx),
  ])
  return readGroupRows(sheet, {
    groups,
    grades,
    shifts: shiftNames,
    staff: new Map(staff.map(({ id, email }) => [email.toLowerCase(), id])),
    heading,
  })
}

/** Stores what `checkGroupRows` found, in the caller's transaction. New groups take the year's only plan. */
export async function storeGroupRows(
  { db, ctx, audit }: Pick<CommandCall, 'db' | 'ctx' | 'audit'>,
  schoolYearId: string,
  { rows }: GroupImport,
): Promise<void> {
  const plans = await db.studyPlan.findMany({ where: { schoolYearId }, select: { id: true } })
  const studyPlanId = plans.length === 1 ? (plans[0]?.id ?? null) : null
  const created = await db.classGroup.createManyAndReturn({
    data: rows.flatMap(({ id: _, change, ...row }) =>
      change === 'create' ? [{ schoolId: ctx.schoolId, schoolYearId, studyPlanId, ...row }] : [],
    ),
    select: { id: true, gradeLevel: true, code: true },
  })
  for (const { id, code: name, gradeLevel } of created)
    audit({ action: 'group.create', entity: 'group', entityId: id, after: { name, gradeLevel } })
  for (const { id, change, shift, capacity, directorId, code: name } of rows) {
    if (change !== 'update' || !id) continue
    await db.classGroup.updateMany({
      where: { id },
      data: { shift, capacity, directorId, version: { increment: 1 } },
    })
    audit({ action: 'group.import', entity: 'group', entityId: id, after: { name, shift, capacity } })
  }
}
