import { userIdOf } from '@/lib/platform/context'
import { type CommandCall, command } from '@/lib/platform/operation'
import { type Copy, countCopy } from './rules'
import { copyCounts, copyInput } from './schema'
import { readCopy } from './steps'

type Call = Pick<CommandCall, 'db' | 'ctx'>

async function copyPlans({ db, ctx }: Call, schoolYearId: string, plans: Copy['plans']): Promise<void> {
  const schoolId = ctx.schoolId
  for (const { name, hours, items, isNew } of plans) {
    const studyPlan = isNew
      ? await db.studyPlan.create({ data: { schoolId, schoolYearId, name }, select: { id: true } })
      : await db.studyPlan.findFirstOrThrow({ where: { schoolYearId, name }, select: { id: true } })
    const own = { schoolId, studyPlanId: studyPlan.id }
    await db.gradeHours.createMany({ data: hours.map((row) => ({ ...own, ...row })) })
    await db.studyPlanItem.createMany({ data: items.map((item) => ({ ...own, ...item })) })
  }
}

async function copyGroups({ db, ctx }: Call, schoolYearId: string, groups: Copy['groups']): Promise<void> {
  const plans = await db.studyPlan.findMany({ where: { schoolYearId }, select: { id: true, name: true } })
  const planOf = (name: string | null) =>
    plans.find((plan) => plan.name.toLowerCase() === name?.toLowerCase())?.id ?? null
  await db.classGroup.createMany({
    data: groups.map(({ plan, ...group }) => ({
      schoolId: ctx.schoolId,
      schoolYearId,
      studyPlanId: planOf(plan),
      ...group,
    })),
  })
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
}

/**
 * Adds to a year in planning what it lacks of another year's plans, groups and, on request, courses with their teachers.
 * Plans arrive as drafts. Safe to repeat.
 */
export const copyStructure = command({
  name: 'academics.copyStructure',
  permission: 'config:institution',
  input: copyInput,
  output: copyCounts,
  run: async (call) => {
    const { db, input, audit } = call
    // Two people copying at once: the second one waits here, and then finds everything there.
    await db.schoolYear.updateMany({ where: { id: input.toYearId }, data: { updatedAt: new Date() } })
    const { copy, gone, from, to } = await readCopy(db, input)
    await copyPlans(call, to.id, copy.plans)
    await copyGroups(call, to.id, copy.groups)
    await copyCourses(call, to.id, to.startsOn, copy.courses)
    const counts = countCopy(copy)
    audit({
      action: 'year.copyStructure',
      entity: 'year',
      entityId: to.id,
      after: { name: to.name, from, ...counts },
    })
    return { ...counts, gone }
  },
})
