import { courseFor } from '@/lib/domain/academics/policy'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { dayToDate } from '@/lib/shared/dates'
import { lockOpenCourse } from '../steps'

export const activityColumns = {
  id: true,
  type: true,
  title: true,
  description: true,
  weight: true,
  categoryId: true,
  assignedOn: true,
  dueOn: true,
  position: true,
  version: true,
  courseOfferingId: true,
  academicPeriodId: true,
} as const

/**
 * An activity in which this person may write now; its course is locked.
 * @throws AppError not_found, not_allowed_now
 */
export async function openActivity(call: CommandCall, activityId: string) {
  const row = await call.db.evaluationActivity.findFirst({ where: { id: activityId }, select: activityColumns })
  if (!row) throw new AppError('not_found')
  await courseFor(call, row.courseOfferingId, 'write:all')
  await lockOpenCourse(call, { courseId: row.courseOfferingId, periodId: row.academicPeriodId })
  return row
}

type Sent = {
  type?: string | undefined
  title?: string | undefined
  description?: string | null | undefined
  weight?: string | undefined
  categoryId?: string | null | undefined
  assignedOn?: string | null | undefined
  dueOn?: string | null | undefined
}

/** The columns of what was sent; what was not sent stays as it is. */
export function activityData({ assignedOn, dueOn, ...sent }: Sent) {
  const days = { assignedOn, dueOn }
  return {
    ...Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)),
    ...Object.fromEntries(
      Object.entries(days).flatMap(([name, day]) => (day === undefined ? [] : [[name, day && dayToDate(day)]])),
    ),
  }
}

/** @throws AppError invalid when the category is of another course or period */
export async function refuseForeignCategory(
  { db }: CommandCall,
  categoryId: string | null | undefined,
  at: { courseId: string; periodId: string },
): Promise<void> {
  if (!categoryId) return
  const found = await db.evaluationCategory.findFirst({
    where: { id: categoryId, courseOfferingId: at.courseId, academicPeriodId: at.periodId },
    select: { id: true },
  })
  if (!found) throw new AppError('not_found', { field: 'categoryId' })
}
