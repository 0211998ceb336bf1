import { proposePeriods, proposeYear } from '@/lib/domain/years/rules'
import type { PlatformDb } from '@/lib/platform/db/platform'
import { newId } from '@/lib/platform/new-id'
import { dateToDay, dayToDate } from '@/lib/shared/dates'
import type { From, To } from '../steps'

type Years = { fromYearId: string; toYearId: string }

/**
 * A year in planning like the other school's newest one, for plans and rules hang on a year: its dates and periods where both
 * keep the same calendar, the usual ones of its own calendar otherwise. Null when the other school has none.
 */
export async function copyYear(db: PlatformDb, from: From, to: To): Promise<Years | null> {
  const year = await db.schoolYear.findFirst({
    where: { schoolId: from.id, status: { in: ['active', 'planning'] } },
    orderBy: [{ status: 'asc' }, { startsOn: 'desc' }],
    select: {
      id: true,
      name: true,
      startsOn: true,
      endsOn: true,
      periods: { orderBy: { number: 'asc' }, select: { number: true, name: true, startsOn: true, endsOn: true } },
    },
  })
  if (!year) return null
  const own =
    from.calendar === to.calendar
      ? { name: year.name, startsOn: dateToDay(year.startsOn), endsOn: dateToDay(year.endsOn) }
      : proposeYear(to.calendar === 'B' ? 'B' : 'A', year.startsOn.getUTCFullYear())
  const periods =
    from.calendar === to.calendar
      ? year.periods
      : proposePeriods(own, Math.max(1, year.periods.length)).map((period, index) => ({
          ...period,
          name: year.periods[index]?.name ?? period.name,
          startsOn: dayToDate(period.startsOn),
          endsOn: dayToDate(period.endsOn),
        }))
  const toYearId = newId()
  await db.schoolYear.create({
    data: {
      schoolId: to.id,
      id: toYearId,
      name: own.name,
      startsOn: dayToDate(own.startsOn),
      endsOn: dayToDate(own.endsOn),
    },
    select: { id: true },
  })
  await db.academicPeriod.createMany({
    data: periods.map((period) => ({ schoolId: to.id, schoolYearId: toYearId, ...period })),
  })
  return { fromYearId: year.id, toYearId }
}

/** The study plans of the year, each with its subjects by grade and the hours that it has to reach. */
export async function copyPlans(
  db: PlatformDb,
  from: From,
  to: To,
  { fromYearId, toYearId }: Years,
  subjects: ReadonlyMap<string, string>,
): Promise<void> {
  const plans = await db.studyPlan.findMany({
    where: { schoolId: from.id, schoolYearId: fromYearId },
    select: { id: true, name: true },
  })
  const planIds = new Map(plans.map(({ id }) => [id, newId()]))
  const within = { schoolId: from.id, studyPlanId: { in: plans.map(({ id }) => id) } }
  const [items, hours] = await Promise.all([
    db.studyPlanItem.findMany({ where: within }),
    db.gradeHours.findMany({ where: within }),
  ])
  const schoolId = to.id
  await db.studyPlan.createMany({
    data: plans.map(({ id, name }) => ({ schoolId, id: planIds.get(id)!, schoolYearId: toYearId, name })),
  })
  await db.studyPlanItem.createMany({
    data: items.flatMap(({ gradeLevel, weeklyHours, isMandatory, areaWeight, position, ...item }) => {
      const subjectId = subjects.get(item.subjectId)
      const studyPlanId = planIds.get(item.studyPlanId)!
      if (!subjectId) return []
      return [{ schoolId, studyPlanId, subjectId, gradeLevel, weeklyHours, isMandatory, areaWeight, position }]
    }),
  })
  await db.gradeHours.createMany({
    data: hours.map(({ studyPlanId, gradeLevel, weeklyHours }) => ({
      schoolId,
      studyPlanId: planIds.get(studyPlanId)!,
      gradeLevel,
      weeklyHours,
    })),
  })
}

/** The rules in force of the year, in force from the beginning. */
export async function copyRules(
  db: PlatformDb,
  from: From,
  to: To,
  { fromYearId, toYearId }: Years,
  createdBy: string,
): Promise<void> {
  const inForce = await db.evaluationRules.findFirst({
    where: { schoolId: from.id, schoolYearId: fromYearId, status: 'active' },
    select: { rules: true, sha256: true },
  })
  if (!inForce) return
  await db.evaluationRules.create({
    data: {
      schoolId: to.id,
      schoolYearId: toYearId,
      number: 1,
      rules: inForce.rules as object,
      sha256: inForce.sha256,
      status: 'active',
      activatedAt: new Date(),
      createdBy,
    },
    select: { id: true },
  })
}
