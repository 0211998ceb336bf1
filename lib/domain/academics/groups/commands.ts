import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { defined } from '@/lib/shared/defined'
import { savedRecord } from '../areas/schema'
import { openYear } from '../plans/steps'
import {
  createGroupInput,
  generatedGroups,
  generateGroupsInput,
  groupRow,
  setGroupActiveInput,
  updateGroupInput,
} from './schema'
import { findGroups } from './sql'
import { checkGroupParts, refuseTakenGroup } from './steps'

type Stored = {
  id: string
  version: number
  code: string
  shift: string | null
  capacity: number | null
  room: string | null
  studyPlanId: string | null
  directorId: string | null
  isActive: boolean
}
const shows = ['code', 'shift', 'capacity', 'room', 'studyPlanId', 'directorId', 'isActive'] as const

async function groupOf({ sql, ctx }: CommandCall, classGroupId: string) {
  const [group] = await findGroups(sql, ctx.schoolId, { classGroupId })
  if (!group) throw new AppError('not_found')
  return group
}

/** A group of a year in planning or active. @throws AppError duplicate at `code` */
export const createGroup = command({
  name: 'academics.createGroup',
  permission: 'config:institution',
  input: createGroupInput,
  output: savedRecord,
  run: async ({ db, ctx, input, audit }) => {
    await openYear(db, input.schoolYearId)
    const parts = await checkGroupParts(db, input)
    await refuseTakenGroup(db, input)
    const saved = await db.classGroup.create({
      data: { schoolId: ctx.schoolId, ...defined(input) },
      select: { id: true, version: true },
    })
    const { code: name, gradeLevel, shift = null, capacity = null } = input
    audit({
      action: 'group.create',
      entity: 'group',
      entityId: saved.id,
      after: { name, gradeLevel, shift, capacity, ...parts },
    })
    return saved
  },
})

/**
 * Code, shift, places, room, plan, director. With the code the enrollments that name the group change theirs.
 * @throws AppError duplicate at `code`; invalid at `directorId`
 */
export const updateGroup = command({
  name: 'academics.updateGroup',
  permission: 'config:institution',
  input: updateGroupInput,
  output: groupRow,
  run: async (call) => {
    const { db, audit } = call
    const { classGroupId, version, ...sent } = call.input
    const data = defined(sent)
    const before = await groupOf(call, classGroupId)
    const { schoolYearId, gradeLevel } = before
    await openYear(db, schoolYearId)
    const parts = await checkGroupParts(db, {
      schoolYearId,
      ...(data.studyPlanId === before.studyPlanId ? {} : defined({ studyPlanId: data.studyPlanId })),
      ...(data.directorId === before.directorId ? {} : defined({ directorId: data.directorId })),
    })
    const renamed = data.code !== undefined && data.code !== before.code
    if (renamed) await refuseTakenGroup(db, { schoolYearId, gradeLevel, code: data.code as string, id: classGroupId })
    const saved = await updateVersioned<Stored>(db.classGroup, { id: classGroupId, version, data, shows })
    if (renamed)
      await db.enrollment.updateMany({
        where: { schoolYearId, gradeLevel, groupCode: before.code },
        data: { groupCode: saved.code, version: { increment: 1 } },
      })
    const { studyPlanId: _, directorId: __, ...plain } = data
    const after = {
      ...plain,
      ...(data.studyPlanId === undefined || data.studyPlanId === before.studyPlanId ? {} : { plan: parts.plan }),
      ...(data.directorId === undefined || data.directorId === before.directorId ? {} : { director: parts.director }),
    }
    const lines = changed<Record<string, unknown>>(before, after)
    const name = before.code
    const told = (side: Record<string, unknown>) => {
      const { code, ...rest } = side
      return { name, ...rest, ...(code === undefined ? {} : { groupCode: code }) }
    }
    audit({
      action: 'group.update',
      entity: 'group',
      entityId: classGroupId,
      before: told(lines.before),
      after: told(lines.after),
    })
    const { id, version: newVersion, ...now } = saved
    return {
      ...before,
      ...defined({ code: now.code, shift: now.shift, capacity: now.capacity, room: now.room }),
      studyPlanId: now.studyPlanId,
      plan: now.studyPlanId === before.studyPlanId ? before.plan : parts.plan,
      directorId: now.directorId,
      director: now.directorId === before.directorId ? before.director : parts.director,
      version: newVersion,
    }
  },
})

/**
 * Takes a group out of use, or back into it.
 * @throws AppError not_allowed_now while students are in it, with how many
 */
export const setGroupActive = command({
  name: 'academics.setGroupActive',
  permission: 'config:institution',
  input: setGroupActiveInput,
  output: savedRecord,
  run: async (call) => {
    const { classGroupId, version, isActive } = call.input
    const group = await groupOf(call, classGroupId)
    await openYear(call.db, group.schoolYearId)
    const students = Math.max(group.placed, group.named)
    if (!isActive && students > 0)
      throw new AppError('not_allowed_now', { reason: 'academics.refusal.groupHasStudents', data: { students } })
    const saved = await updateVersioned<Stored>(call.db.classGroup, {
      id: classGroupId,
      version,
      data: { isActive },
      shows,
    })
    call.audit({
      action: isActive ? 'group.reactivate' : 'group.deactivate',
      entity: 'group',
      entityId: classGroupId,
      before: { name: group.code, gradeLevel: group.gradeLevel, isActive: group.isActive },
      after: { name: group.code, gradeLevel: group.gradeLevel, isActive },
    })
    return { id: saved.id, version: saved.version }
  },
})

/** Several groups at once, in one or more grades; safe to repeat. The year's only plan becomes theirs. */
export const generateGroups = command({
  name: 'academics.generateGroups',
  permission: 'config:institution',
  input: generateGroupsInput,
  output: generatedGroups,
  run: async ({ db, ctx, input, audit }) => {
    const { schoolYearId, shift = null, capacity = null } = input
    await openYear(db, schoolYearId)
    const [known, plans] = await Promise.all([
      db.classGroup.findMany({ where: { schoolYearId }, select: { gradeLevel: true, code: true } }),
      db.studyPlan.findMany({ where: { schoolYearId }, select: { id: true } }),
    ])
    const keyOf = (group: { gradeLevel: string; code: string }) => `${group.gradeLevel} ${group.code}`
    const taken = new Set(known.map(keyOf))
    const wanted = new Map(input.groups.map((group) => [keyOf(group), group]))
    const studyPlanId = plans.length === 1 ? (plans[0]?.id ?? null) : null
    const missing = [...wanted].filter(([key]) => !taken.has(key)).map(([, group]) => group)
    const created = await db.classGroup.createManyAndReturn({
      data: missing.map((group) => ({ schoolId: ctx.schoolId, schoolYearId, ...group, shift, capacity, studyPlanId })),
      select: { id: true, gradeLevel: true, code: true },
    })
    for (const { id, code: name, gradeLevel } of created)
      audit({ action: 'group.create', entity: 'group', entityId: id, after: { name, gradeLevel, shift, capacity } })
    return { created, existing: wanted.size - missing.length }
  },
})
