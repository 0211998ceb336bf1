import { userIdOf } from '@/lib/platform/context'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { type Copy, copyOf, countCopy, type Structure } from './rules'

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

type Call = Pick<CommandCall, 'db' | 'ctx'>

async function copyPlans({ db, ctx }: Call, schoolYearId: string, plans: Copy['plans']): Promise<string[]> {
  const schoolId = ctx.schoolId
  const made: string[] = []
  for (const { name, hours, items, isNew } of plans) {
    const studyPlan = isNew
      ? await db.studyPlan.create({ data: { schoolId, schoolYearId, name }, select: { id: true } })
      : await db.studyPlan.findFirstOrThrow({ where: { schoolYearId, name }, select: { id: true } })
    if (isNew) made.push(studyPlan.id)
    const own = { schoolId, studyPlanId: studyPlan.id }
    await db.gradeHours.createMany({ data: hours.map((row) => ({ ...own, ...row })) })
    await db.studyPlanItem.createMany({ data: items.map((item) => ({ ...own, ...item })) })
  }
  return made
}

async function copyGroups({ db, ctx }: Call, schoolYearId: string, groups: Copy['groups']): Promise<string[]> {
  const plans = await db.studyPlan.findMany({ where: { schoolYearId }, select: { id: true, name: true } })
  const planOf = (name: string | null) =>
    plans.find((plan) => plan.name.toLowerCase() === name?.toLowerCase())?.id ?? null
  const made = await db.classGroup.createManyAndReturn({
    data: groups.map(({ plan, ...group }) => ({
      schoolId: ctx.schoolId,
      schoolYearId,
      studyPlanId: planOf(plan),
      ...group,
    })),
    select: { id: true },
  })
  return made.map(({ id }) => id)
}

async function copyCourses({ db, ctx }: Call, schoolYearId: string, firstDay: Date, courses: Copy['courses']) {
  const groups = await db.classGroup.findMany({
    where: { schoolYearId },
    select: { id: true, gradeLevel: true, code: true },
  })
  const schoolId = ctx.schoolId
  const made = await db.courseOffering.createManyAndReturn({
    data: courses.flatMap(({ gradeLevel, code, teacherIds: _, ...course }) => {
      const group = groups.find((one) => one.gradeLevel === gradeLevel && one.code === code)
      return group ? [{ schoolId, classGroupId: group.id, ...course }] : []
    }),
    select: { id: true, classGroupId: true, subjectId: true },
  })
  const assignments = courses.flatMap(({ gradeLevel, code, subjectId, teacherIds }) => {
    const group = groups.find((one) => one.gradeLevel === gradeLevel && one.code === code)
    const course = made.find((one) => one.classGroupId === group?.id && one.subjectId === subjectId)
    return course ? teacherIds.map((teacherId) => ({ courseOfferingId: course.id, teacherId })) : []
  })
  await db.teacherAssignment.createMany({
    data: assignments.map((row) => ({ schoolId, ...row, validFrom: firstDay, createdBy: userIdOf(ctx) })),
  })
  return made.map(({ id }) => id)
}

/** Ids of what a copy made. */
export type Made = { plans: string[]; groups: string[]; courses: string[] }

/**
 * Adds to the year in planning what it lacks of the other one, as `copyOf` says. Safe to repeat.
 * @throws AppError as `readCopy`
 */
export async function addMissing(
  call: Pick<CommandCall, 'db' | 'ctx' | 'audit'>,
  wanted: Wanted,
): Promise<{ counts: ReturnType<typeof countCopy>; gone: string[]; made: Made }> {
  const { db, audit } = call
  // Two people copying at once: the second one waits here, and then finds everything there.
  await db.schoolYear.updateMany({ where: { id: wanted.toYearId }, data: { updatedAt: new Date() } })
  const { copy, gone, from, to } = await readCopy(db, wanted)
  const made = {
    plans: await copyPlans(call, to.id, copy.plans),
    groups: await copyGroups(call, to.id, copy.groups),
    courses: await copyCourses(call, to.id, to.startsOn, copy.courses),
  }
  const counts = countCopy(copy)
  audit({ action: 'year.copyStructure', entity: 'year', entityId: to.id, after: { name: to.name, from, ...counts } })
  return { counts, gone, made }
}
