import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { type Copy, copyOf, type Structure } from './rules'

type Db = Pick<TenantClient, 'studyPlan' | 'classGroup' | 'schoolMembership' | 'schoolYear'>
type Wanted = { fromYearId: string; toYearId: string; courses?: boolean | undefined; teachers?: boolean | undefined }

const number = (value: unknown) => (value === null ? null : Number(value))
const hoursOf = <T extends { weeklyHours: unknown }>(row: T) => ({ ...row, weeklyHours: Number(row.weeklyHours) })
const numbersOf = <T extends { weeklyHours: unknown; areaWeight: unknown }>(row: T) => ({
  ...hoursOf(row),
  areaWeight: number(row.areaWeight),
})

/** A year's plans and active groups; subjects that are switched off stay behind. */
async function structureOf(db: Db, schoolYearId: string, active: boolean): Promise<Structure> {
  const [plans, groups] = await Promise.all([
    db.studyPlan.findMany({
      where: { schoolYearId },
      orderBy: { name: 'asc' },
      select: {
        id: true,
        name: true,
        gradeHours: { select: { gradeLevel: true, weeklyHours: true } },
        items: {
          ...(active ? { where: { subject: { isActive: true } } } : {}),
          select: {
            gradeLevel: true,
            subjectId: true,
            weeklyHours: true,
            isMandatory: true,
            areaWeight: true,
            position: true,
          },
        },
      },
    }),
    db.classGroup.findMany({
      where: { schoolYearId, ...(active ? { isActive: true } : {}) },
      orderBy: { code: 'asc' },
      select: {
        gradeLevel: true,
        code: true,
        shift: true,
        capacity: true,
        room: true,
        directorId: true,
        studyPlan: { select: { name: true } },
        offerings: {
          ...(active ? { where: { isActive: true, subject: { isActive: true } } } : {}),
          select: {
            subjectId: true,
            weeklyHours: true,
            areaWeight: true,
            position: true,
            assignments: { where: { validTo: null, role: 'main' }, select: { teacherId: true } },
          },
        },
      },
    }),
  ])
  return {
    plans: plans.map(({ gradeHours, items, ...plan }) => ({
      ...plan,
      hours: gradeHours.map(hoursOf),
      items: items.map(numbersOf),
    })),
    groups: groups.map(({ studyPlan, offerings, ...group }) => ({
      ...group,
      plan: studyPlan?.name ?? null,
      courses: offerings.map(({ assignments, ...course }) => ({
        ...numbersOf(course),
        teacherIds: assignments.flatMap(({ teacherId }) => teacherId ?? []),
      })),
    })),
  }
}

/**
 * What the copy would do, with the names of those who are left out.
 * @throws AppError not_found; not_allowed_now when the target is not in planning, invalid at `toYearId` for the same year
 */
export async function readCopy(
  db: Db,
  wanted: Wanted,
): Promise<{ copy: Copy; gone: string[]; from: string; to: Target }> {
  const { fromYearId, toYearId, courses = false, teachers = false } = wanted
  const years = await db.schoolYear.findMany({
    where: { id: { in: [fromYearId, toYearId] } },
    select: { id: true, name: true, status: true, startsOn: true },
  })
  const [from, to] = [years.find(({ id }) => id === fromYearId), years.find(({ id }) => id === toYearId)]
  if (!from || !to) throw new AppError('not_found')
  if (from === to) throw new AppError('invalid', { field: 'toYearId', reason: 'academics.refusal.sameYear' })
  if (to.status !== 'planning')
    throw new AppError('not_allowed_now', {
      field: 'toYearId',
      reason: 'academics.refusal.notPlanning',
      data: { year: to.name },
    })
  const [source, target, members] = await Promise.all([
    structureOf(db, fromYearId, true),
    structureOf(db, toYearId, false),
    db.schoolMembership.findMany({ select: { userId: true, isActive: true, user: { select: { fullName: true } } } }),
  ])
  const staff = new Set(members.filter(({ isActive }) => isActive).map(({ userId }) => userId))
  const copy = copyOf(source, target, {
    courses,
    teachers: courses && teachers,
    staff,
    years: { from: from.name, to: to.name },
  })
  const gone = copy.gone.flatMap((id) => members.find(({ userId }) => userId === id)?.user.fullName ?? [])
  return { copy, gone, from: from.name, to }
}
type Target = { id: string; name: string; status: string; startsOn: Date }
