import { courseFor } from '@/lib/domain/academics/policy'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { writingRefusal } from './policy'

type CourseAndPeriod = { courseId: string; periodId: string }
type Status = { status: string }

/**
 * Takes the course's lock in the period and makes sure that it may be written in: closing a period takes the same lock
 * of each course, so that nothing is written while, or after, its results are computed. Call it before the first write.
 * @throws AppError not_allowed_now when the period is not open, or the course is handed in
 */
export async function lockOpenCourse(
  { rows, ctx }: Pick<CommandCall, 'rows' | 'ctx'>,
  { courseId, periodId }: CourseAndPeriod,
): Promise<void> {
  const at = { course_offering_id: courseId, academic_period_id: periodId }
  const lock = () => rows.update<Status>('period_courses', at, { updated_at: new Date() }, ['status'])
  let [course] = await lock()
  if (!course) {
    await rows.insert('period_courses', [at], { skip: true })
    ;[course] = await lock()
  }
  // Read after the lock was had: what closed the period in between is seen.
  const [period] = await rows.find<Status>('academic_periods', { id: periodId }, ['status'])
  if (!course || !period) throw new AppError('not_found')
  const reason = writingRefusal(ctx, { period: period.status, handing: course.status })
  if (reason) throw new AppError('not_allowed_now', { reason })
}

/**
 * The course, when this person may write in it and the period is of its year; locked as `lockOpenCourse` says.
 * @throws AppError not_found, not_allowed_now
 */
export async function openCourse(call: CommandCall, at: CourseAndPeriod) {
  const course = await courseFor(call, at.courseId, 'write:all')
  const period = await call.db.academicPeriod.findFirst({
    where: { id: at.periodId, schoolYearId: course.schoolYearId },
    select: { id: true },
  })
  if (!period) throw new AppError('not_found')
  await lockOpenCourse(call, at)
  return course
}
