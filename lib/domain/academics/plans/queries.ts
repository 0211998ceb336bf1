import { query } from '@/lib/platform/operation'
import { readCatalog } from '../groups/policy'
import { ofYearInput, onePlanInput, planDetail, planList } from './schema'
import { gradesOf, planColumns, planStatus, readPlanDetail } from './steps'

/** The study plans of a year with each grade's hours against those that it has to reach. */
export const listPlans = query({
  name: 'academics.listPlans',
  permission: readCatalog,
  input: ofYearInput,
  output: planList,
  run: async ({ db, input: { schoolYearId } }) => {
    const plans = await db.studyPlan.findMany({
      where: { schoolYearId },
      orderBy: { name: 'asc' },
      select: { ...planColumns, items: { select: { gradeLevel: true, weeklyHours: true } } },
    })
    return {
      items: plans.map(({ items, gradeHours, _count, ...plan }) => ({
        ...plan,
        status: planStatus(plan.status),
        groups: _count.classGroups,
        grades: gradesOf(
          gradeHours,
          items.map(({ gradeLevel, weeklyHours }) => ({ gradeLevel, weeklyHours: Number(weeklyHours) })),
        ),
      })),
    }
  },
})

/** One plan with the subjects of each grade. */
export const readPlan = query({
  name: 'academics.readPlan',
  permission: readCatalog,
  input: onePlanInput,
  output: planDetail,
  run: ({ db, input }) => readPlanDetail(db, input.studyPlanId),
})
