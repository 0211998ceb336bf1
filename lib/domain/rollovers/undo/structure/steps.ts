import type { CommandCall } from '@/lib/platform/operation'
import type { Made } from '../../../academics/copy/steps'

/** A course that nobody has used since it was made. */
const idleCourse = {
  version: 1,
  enrollments: { none: {} },
  slots: { none: {} },
  periods: { none: {} },
  categories: { none: {} },
  activities: { none: {} },
  recoveries: { none: {} },
  achievements: { none: {} },
  comments: { none: {} },
  results: { none: {} },
  attendanceLists: { none: {} },
} as const

type Left = { plans: string[]; groups: string[]; courses: string[] }

/**
 * Removes the groups, courses and plans that a run made and that stand as it made them; a group goes when no enrollment
 * names it and each of its courses is idle.
 * @returns names of the groups and plans that stay, because somebody uses them
 */
export async function removeStructure(
  { db }: CommandCall,
  rollover: { id: string; toYear: { id: string } },
): Promise<{ removed: number; stays: string[]; left: Left }> {
  const row = await db.rollover.findFirst({ where: { id: rollover.id }, select: { created: true } })
  const { plans = [], groups = [], courses = [] } = (row?.created ?? {}) as Partial<Made>
  const [found, idle, named] = await Promise.all([
    db.classGroup.findMany({
      where: { id: { in: groups } },
      select: {
        id: true,
        code: true,
        gradeLevel: true,
        version: true,
        offerings: { select: { id: true } },
        _count: { select: { placements: true, attendanceLists: true } },
      },
    }),
    db.courseOffering.findMany({ where: { id: { in: courses }, ...idleCourse }, select: { id: true } }),
    db.enrollment.findMany({
      where: { schoolYearId: rollover.toYear.id, groupCode: { not: null } },
      distinct: ['gradeLevel', 'groupCode'],
      select: { gradeLevel: true, groupCode: true },
    }),
  ])
  const idleIds = new Set(idle.map(({ id }) => id))
  const inUse = new Set(named.map(({ gradeLevel, groupCode }) => `${gradeLevel} ${groupCode}`))
  const free = found.filter(
    ({ version, offerings, _count, gradeLevel, code }) =>
      version === 1 &&
      _count.placements + _count.attendanceLists === 0 &&
      !inUse.has(`${gradeLevel} ${code}`) &&
      offerings.every(({ id }) => idleIds.has(id)),
  )
  const freeIds = free.map(({ id }) => id)
  await db.classGroup.deleteMany({ where: { id: { in: freeIds } } })
  const gonePlans = await db.studyPlan.findMany({
    where: { id: { in: plans }, version: 1, status: 'draft', classGroups: { none: {} } },
    select: { id: true },
  })
  const goneIds = gonePlans.map(({ id }) => id)
  await db.studyPlan.deleteMany({ where: { id: { in: goneIds } } })
  const keptPlans = await db.studyPlan.findMany({ where: { id: { in: plans } }, select: { id: true, name: true } })
  const keptGroups = found.filter(({ id }) => !freeIds.includes(id))
  return {
    removed: freeIds.length,
    stays: [...keptGroups.map(({ code }) => code), ...keptPlans.map(({ name }) => name)],
    left: { plans: keptPlans.map(({ id }) => id), groups: keptGroups.map(({ id }) => id), courses },
  }
}
