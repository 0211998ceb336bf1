import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { dateToDay, dayOf } from '@/lib/shared/dates'
import { missingGroups } from '../academics/copy/rules'
import type { Made } from '../academics/copy/steps'
import { byPlace, type Choices, type Destination, placeKey, proposeDestination, undoUntil } from './rules'
import { type GroupChoice, type Plan, type RolloverRow, type RolloverStatus, storedPlan } from './schema'

type Db = Pick<TenantClient, 'rollover'>

const yearName = { select: { id: true, name: true, status: true, startsOn: true, endsOn: true } } as const
export const rolloverColumns = {
  id: true,
  version: true,
  status: true,
  plan: true,
  jobId: true,
  runAt: true,
  undoneAt: true,
  created: true,
  runner: { select: { fullName: true } },
  undoer: { select: { fullName: true } },
  fromYear: yearName,
  toYear: yearName,
} as const

const find = ({ db }: { db: Db }, id: string) => db.rollover.findFirst({ where: { id }, select: rolloverColumns })
export type StoredRollover = NonNullable<Awaited<ReturnType<typeof find>>>

/** @throws AppError not_found */
export async function readRollover(call: { db: Db }, id: string): Promise<StoredRollover & { steps: Plan }> {
  const row = await find(call, id)
  if (!row) throw new AppError('not_found')
  return { ...row, steps: storedPlan.catch({}).parse(row.plan) }
}

const happened = (at: Date | null, who: { fullName: string } | null) =>
  at ? { at: at.toISOString(), by: who?.fullName ?? null } : null

const yearOf = ({ startsOn, endsOn, ...year }: StoredRollover['fromYear']) => ({
  ...year,
  startsOn: dateToDay(startsOn),
  endsOn: dateToDay(endsOn),
})

/** A stored roll-over as screens and programs read it. */
export const toRollover = (row: Omit<StoredRollover, 'plan' | 'jobId' | 'created'>): RolloverRow => ({
  id: row.id,
  version: row.version,
  status: row.status as RolloverStatus,
  fromYear: yearOf(row.fromYear),
  toYear: yearOf(row.toYear),
  run: happened(row.runAt, row.runner),
  undone: happened(row.undoneAt, row.undoer),
  undoUntil: row.runAt && row.status === 'done' ? undoUntil(dayOf(row.runAt)) : null,
})

/** Names of the groups and plans that a run made and its undoing left, because somebody uses them; none before an undoing. */
export async function leftStanding(
  { db }: { db: TenantClient },
  { undoneAt, created }: Pick<StoredRollover, 'undoneAt' | 'created'>,
): Promise<string[]> {
  const { groups = [], plans = [] } = (created ?? {}) as Partial<Made>
  if (!undoneAt || groups.length + plans.length === 0) return []
  const [kept, keptPlans] = await Promise.all([
    db.classGroup.findMany({ where: { id: { in: groups } }, select: { code: true }, orderBy: { code: 'asc' } }),
    db.studyPlan.findMany({ where: { id: { in: plans } }, select: { name: true }, orderBy: { name: 'asc' } }),
  ])
  return [...kept.map(({ code }) => code), ...keptPlans.map(({ name }) => name)]
}

type GroupsOf = { steps: Plan; fromYear: { id: string }; toYear: { id: string; status: string } }

/** Whether the run has a structure to bring along: only a year in planning takes one. */
export const copies = ({ steps, toYear }: Pick<GroupsOf, 'steps'> & { toYear: { status: string } }): boolean =>
  (steps.structure?.copy ?? true) && toYear.status === 'planning'

/** The new year's groups: those that it has and those that the run will copy. */
export async function readGroups(
  { db }: { db: TenantClient },
  rollover: GroupsOf,
  { planned = true } = {},
): Promise<GroupChoice[]> {
  const { fromYear, toYear } = rollover
  const both = planned && copies(rollover)
  const [groups, taken] = await Promise.all([
    db.classGroup.findMany({
      where: { OR: [{ schoolYearId: toYear.id }, ...(both ? [{ schoolYearId: fromYear.id, isActive: true }] : [])] },
      select: { schoolYearId: true, gradeLevel: true, code: true, capacity: true, isActive: true },
    }),
    db.enrollment.groupBy({
      by: ['gradeLevel', 'groupCode'],
      where: { schoolYearId: toYear.id, status: { not: 'withdrawn' } },
      _count: { id: true },
    }),
  ])
  const counts = new Map(taken.map((row) => [placeKey(row), row._count.id]))
  const there = groups.filter(({ schoolYearId }) => schoolYearId === toYear.id)
  const added = missingGroups(
    groups.filter(({ schoolYearId }) => schoolYearId === fromYear.id),
    there,
  )
  const shown = (group: (typeof groups)[number], isPlanned: boolean) => {
    const { gradeLevel, code, capacity } = group
    return { gradeLevel, code, capacity, planned: isPlanned }
  }
  return [
    ...there.filter(({ isActive }) => isActive).map((group) => shown(group, false)),
    ...added.map((group) => shown(group, true)),
  ]
    .map((group) => ({ ...group, taken: counts.get(placeKey({ ...group, groupCode: group.code })) ?? 0 }))
    .sort((a, b) => byPlace({ ...a, groupCode: a.code }, { ...b, groupCode: b.code }))
}

export const structureOf = ({ structure }: Plan) => ({
  courses: structure?.courses ?? true,
  teachers: structure?.teachers ?? false,
})

export const codesByGrade = (groups: readonly GroupChoice[]): Map<string, string[]> => {
  const byGrade = new Map<string, string[]>()
  for (const { gradeLevel, code } of groups) byGrade.set(gradeLevel, [...(byGrade.get(gradeLevel) ?? []), code])
  return byGrade
}

/** What is chosen for each group of the year that ends, and where nothing is, what is proposed. */
export function destinationsOf(
  places: Iterable<{ gradeLevel: string; groupCode: string | null }>,
  steps: Plan,
  groups: Choices['groups'],
): Map<string, Destination> {
  const saved = new Map((steps.destinations ?? []).map((row) => [placeKey(row), row]))
  return new Map(
    [...places].map((place) => {
      const key = placeKey(place)
      return [key, saved.get(key) ?? proposeDestination(place, groups)]
    }),
  )
}

/** Nobody moves on by default while the meetings have not decided, nor while a recovery is open. */
export const promotionOf = ({ promotion }: Plan): Choices['promotion'] =>
  promotion ?? { undecided: 'waits', pending: 'waits' }
