import { courseFor, validOn } from '@/lib/domain/academics/policy'
import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { today } from '@/lib/shared/dates'
import { openCourse } from '../steps'
import { giveBackInput, handedIn, handInInput } from './schema'

/**
 * The teacher says that the course is finished in the period: from now on its scores and words are changed by the rector
 * only, until it is given back. What is still missing is the closing's to ask.
 * @throws AppError not_found; not_allowed_now when the period is not open, or it is handed in already
 */
export const handIn = command({
  name: 'gradebook.handIn',
  permission: 'write:grades',
  input: handInInput,
  output: handedIn,
  run: async (call) => {
    const { db, ctx, input, audit } = call
    const course = await openCourse(call, input)
    const where = { courseOfferingId: input.courseId, academicPeriodId: input.periodId }
    const [row] = await db.periodCourse.updateManyAndReturn({
      where: { ...where, status: { not: 'submitted' } },
      data: {
        status: 'submitted',
        submittedAt: new Date(),
        submittedBy: userIdOf(ctx),
        note: null,
        version: { increment: 1 },
      },
      select: { version: true },
    })
    if (!row) throw new AppError('not_allowed_now', { reason: 'gradebook.refusal.handedIn' })
    audit({
      action: 'course.handIn',
      entity: 'course',
      entityId: input.courseId,
      after: { name: `${course.subject} ${course.groupCode}` },
    })
    return { status: 'submitted' as const, version: row.version }
  },
})

/**
 * A coordinator or the rector gives a handed-in course back to its teacher, with what is to be mended.
 * @throws AppError not_found; not_allowed_now when it is not handed in or the period is over
 */
export const giveBack = command({
  name: 'gradebook.giveBack',
  permission: 'read:grades',
  input: giveBackInput,
  output: handedIn,
  run: async (call) => {
    const { db, input, audit, notify } = call
    const course = await courseFor(call, input.courseId, 'read:grades')
    const period = await db.academicPeriod.findFirst({
      where: { id: input.periodId, schoolYearId: course.schoolYearId },
      select: { status: true },
    })
    if (!period) throw new AppError('not_found')
    if (period.status !== 'open') throw new AppError('not_allowed_now', { reason: 'gradebook.refusal.periodNotOpen' })
    const [row] = await db.periodCourse.updateManyAndReturn({
      where: { courseOfferingId: input.courseId, academicPeriodId: input.periodId, status: 'submitted' },
      data: { status: 'returned', note: input.note, version: { increment: 1 } },
      select: { version: true },
    })
    if (!row) throw new AppError('not_allowed_now', { reason: 'gradebook.refusal.notHandedIn' })
    const about = { name: `${course.subject} ${course.groupCode}` }
    audit({
      action: 'course.giveBack',
      entity: 'course',
      entityId: input.courseId,
      after: about,
      reason: input.note,
    })
    const teachers = await db.teacherAssignment.findMany({
      where: { courseOfferingId: input.courseId, teacherId: { not: null }, ...validOn(today()) },
      select: { teacherId: true },
    })
    await notify({
      kind: 'courseReturned',
      users: teachers.flatMap(({ teacherId }) => teacherId ?? []),
      data: { ...about, note: input.note },
      path: `gradebook/${input.courseId}?period=${input.periodId}`,
    })
    return { status: 'returned' as const, version: row.version }
  },
})
