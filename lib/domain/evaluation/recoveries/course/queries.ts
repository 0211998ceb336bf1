import { courseFor, courseWhere } from '@/lib/domain/academics/policy'
import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { can } from '@/lib/platform/permissions'
import { rulesOfGrade } from '../../rules'
import { rulesFor } from '../../steps'
import { recoveryColumns, toRecovery } from '../steps'
import { courseRecoveries, courseRecoveriesInput } from './schema'
import { beforeRecovery, marksOfCourse, movesOf } from './steps'

/**
 * Who failed a course in a period, or in the year, and what became of it: those whose mark is below the pass mark, and those
 * who have a recovery, by surname. @throws AppError not_found for a course of others or a period of another year
 */
export const readCourseRecoveries = query({
  name: 'evaluation.courseRecoveries',
  permission: ['read:grades', 'write:grades'],
  input: courseRecoveriesInput,
  output: courseRecoveries,
  run: async ({ db, ctx, input: { courseOfferingId, academicPeriodId = null } }) => {
    const course = await courseFor({ db, ctx }, courseOfferingId, 'read:grades')
    const { schoolYearId } = course
    const [year, period, mine] = await Promise.all([
      db.schoolYear.findFirst({ where: { id: schoolYearId }, select: { status: true } }),
      academicPeriodId
        ? db.academicPeriod.findFirst({ where: { id: academicPeriodId, schoolYearId }, select: { id: true } })
        : null,
      db.courseOffering.findFirst({
        where: { AND: [{ id: courseOfferingId }, courseWhere(ctx, 'write:all')] },
        select: { id: true },
      }),
    ])
    if (academicPeriodId && !period) throw new AppError('not_found')
    const { rules } = await rulesFor({ db }, academicPeriodId ? { academicPeriodId } : { schoolYearId })
    const own = rulesOfGrade(rules, course.gradeLevel)
    const writes = Boolean(mine) && can(ctx.permissions, 'write:grades') && year?.status === 'active'
    if (own.assessment === 'descriptive' || course.assessment === 'descriptive')
      return { rules: own, writes: false, students: [] }
    const [marks, rows] = await Promise.all([
      marksOfCourse(db, rules, { schoolYearId, courseOfferingId, academicPeriodId }),
      db.recovery.findMany({
        where: { courseOfferingId, academicPeriodId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: 1000,
        select: recoveryColumns,
      }),
    ])
    const failed = [...marks].filter(([, mark]) => mark.passes === false).map(([enrollmentId]) => enrollmentId)
    const shown = [...new Set([...failed, ...rows.map(({ enrollmentId }) => enrollmentId)])]
    const [enrollments, moves] = await Promise.all([
      db.enrollment.findMany({
        where: { id: { in: shown } },
        orderBy: [{ student: { fullName: 'asc' } }, { id: 'asc' }],
        select: { id: true, status: true, student: { select: { id: true, fullName: true } } },
      }),
      movesOf(
        db,
        rows.map(({ id }) => id),
      ),
    ])
    const students = enrollments.flatMap(({ id, status, student }) => {
      const about = rows.filter(({ enrollmentId }) => enrollmentId === id)
      const standing = about.find((row) => row.status !== 'annulled')
      // Who has left and has nothing to recover is nobody's task any more.
      if (status === 'withdrawn' && about.length === 0) return []
      const mark = marks.get(id)
      return [
        {
          enrollmentId: id,
          studentId: student.id,
          name: student.fullName,
          value: mark?.value ?? null,
          level: mark?.level ?? null,
          before: mark ? beforeRecovery(mark) : null,
          recovery: standing ? toRecovery(standing) : null,
          moves: about.flatMap((row) => moves.get(row.id) ?? []),
        },
      ]
    })
    return { rules: own, writes, students }
  },
})
