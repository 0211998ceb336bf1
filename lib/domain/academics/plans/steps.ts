import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { gradeOrder } from '@/lib/shared/grades'
import { defaultHours, sumHours } from './rules'
import { type PlanDetail, planStatuses } from './schema'

/** Changes of the structure stop with the year. @throws AppError not_found; not_allowed_now when the year is over */
export async function openYear(db: Pick<TenantClient, 'schoolYear'>, schoolYearId: string) {
  const year = await db.schoolYear.findFirst({
    where: { id: schoolYearId },
    select: { id: true, name: true, status: true, startsOn: true },
  })
  if (!year) throw new AppError('not_found')
  if (year.status !== 'planning' && year.status !== 'active')
    throw new AppError('not_allowed_now', { reason: 'academics.refusal.yearOver', data: { year: year.name } })
  return year
}

export const planStatus = (stored: string) => planStatuses.find((status) => status === stored) ?? 'draft'

export const planColumns = {
  id: true,
  name: true,
  status: true,
  version: true,
  _count: { select: { classGroups: { where: { isActive: true } } } },
  gradeHours: { select: { gradeLevel: true, weeklyHours: true, version: true } },
} as const

type StoredHours = { gradeLevel: string; weeklyHours: unknown; version: number }
type WithGrade = { gradeLevel: string; weeklyHours: number }

/** The grades of a plan in school order, with their items; a grade with items and no hours of its own has the usual ones. */
export function gradesOf<Item extends WithGrade>(stored: readonly StoredHours[], items: readonly Item[]) {
  const levels = new Set([...stored.map(({ gradeLevel }) => gradeLevel), ...items.map(({ gradeLevel }) => gradeLevel)])
  return [...levels]
    .sort((a, b) => gradeOrder(a) - gradeOrder(b))
    .map((gradeLevel) => {
      const hours = stored.find((row) => row.gradeLevel === gradeLevel)
      const own = items.filter((item) => item.gradeLevel === gradeLevel)
      return {
        gradeLevel,
        version: hours?.version ?? 0,
        weeklyHours: hours ? Number(hours.weeklyHours) : defaultHours(gradeLevel),
        total: sumHours(own),
        subjects: own.length,
        items: own,
      }
    })
}

/** @throws AppError not_found */
export async function readPlanDetail(
  db: Pick<TenantClient, 'studyPlan' | 'studyPlanItem'>,
  studyPlanId: string,
): Promise<PlanDetail> {
  const [plan, rows] = await Promise.all([
    db.studyPlan.findFirst({
      where: { id: studyPlanId },
      select: { ...planColumns, schoolYear: { select: { id: true, name: true, status: true } } },
    }),
    db.studyPlanItem.findMany({
      where: { studyPlanId },
      orderBy: [
        { subject: { area: { position: 'asc' } } },
        { subject: { area: { name: 'asc' } } },
        { position: 'asc' },
      ],
      select: {
        id: true,
        gradeLevel: true,
        subjectId: true,
        weeklyHours: true,
        isMandatory: true,
        areaWeight: true,
        subject: { select: { name: true, code: true, area: { select: { id: true, name: true } } } },
      },
    }),
  ])
  if (!plan) throw new AppError('not_found')
  const items = rows.map(({ subject, weeklyHours, areaWeight, ...row }) => ({
    ...row,
    weeklyHours: Number(weeklyHours),
    areaWeight: areaWeight === null ? null : Number(areaWeight),
    subject: subject.name,
    subjectCode: subject.code,
    areaId: subject.area.id,
    area: subject.area.name,
  }))
  const { id, name, version } = plan
  return {
    id,
    name,
    version,
    status: planStatus(plan.status),
    groups: plan._count.classGroups,
    year: plan.schoolYear,
    grades: gradesOf(plan.gradeHours, items),
  }
}
