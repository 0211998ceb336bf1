import type { TenantClient } from '@/lib/platform/db/tenant'
import { gradeOrder } from '@/lib/shared/grades'
import { type GroupCourses, planCourses } from './rules'

type Db = Pick<TenantClient, 'classGroup' | 'studyPlan' | 'studyPlanItem' | 'courseOffering'>
type Wanted = { schoolYearId: string; classGroupIds?: string[] | undefined }

const number = (value: unknown) => (value === null ? null : Number(value))

/** What the year's approved plans ask of its active groups, against the courses that there are. */
export async function readGeneration(db: Db, { schoolYearId, classGroupIds }: Wanted): Promise<GroupCourses[]> {
  const [groups, plans] = await Promise.all([
    db.classGroup.findMany({
      where: { schoolYearId, isActive: true, ...(classGroupIds ? { id: { in: classGroupIds } } : {}) },
      orderBy: { code: 'asc' },
      select: { id: true, code: true, gradeLevel: true, studyPlanId: true },
    }),
    db.studyPlan.findMany({ where: { schoolYearId, status: 'approved' }, select: { id: true } }),
  ])
  const [items, courses] = await Promise.all([
    db.studyPlanItem.findMany({
      where: { studyPlanId: { in: plans.map(({ id }) => id) } },
      orderBy: { position: 'asc' },
      select: {
        studyPlanId: true,
        gradeLevel: true,
        subjectId: true,
        weeklyHours: true,
        areaWeight: true,
        position: true,
      },
    }),
    db.courseOffering.findMany({
      where: { classGroupId: { in: groups.map(({ id }) => id) } },
      select: { id: true, classGroupId: true, subjectId: true, weeklyHours: true, areaWeight: true, version: true },
    }),
  ])
  const numbers = <T extends { weeklyHours: unknown; areaWeight: unknown }>(row: T) => ({
    ...row,
    weeklyHours: Number(row.weeklyHours),
    areaWeight: number(row.areaWeight),
  })
  return planCourses(
    groups.sort((a, b) => gradeOrder(a.gradeLevel) - gradeOrder(b.gradeLevel)),
    plans.map(({ id }) => id),
    items.map(numbers),
    courses.map(numbers),
  )
}

/** The same as counts by group. */
export function countGeneration(all: readonly GroupCourses[]) {
  const groups = all.map(({ group, create, update, kept, extra, same, blocked }) => ({
    classGroupId: group.id,
    gradeLevel: group.gradeLevel,
    code: group.code,
    created: create.length,
    updated: update.length,
    kept,
    extra,
    same,
    blocked,
  }))
  const sum = (field: 'created' | 'updated') => groups.reduce((total, row) => total + row[field], 0)
  return { groups, created: sum('created'), updated: sum('updated') }
}
