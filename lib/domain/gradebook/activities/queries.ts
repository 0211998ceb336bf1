import { courseFor, courseWhere } from '@/lib/domain/academics/policy'
import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { readHeading } from '../courses/steps'
import { readCourses } from '../policy'
import { gridInput } from '../scores/schema'
import { activityDetail, parallelCourses, readActivityInput } from './schema'
import { activityRow } from './sql'

/** An activity with its files, its figures and who has not been marked. @throws AppError not_found */
export const readActivity = query({
  name: 'gradebook.readActivity',
  permission: readCourses,
  input: readActivityInput,
  output: activityDetail,
  run: async ({ ctx, sql, input }) => {
    const row = await activityRow({ ctx, sql }, input.activityId)
    if (!row) throw new AppError('not_found')
    await readHeading({ ctx, sql }, { courseId: row.courseId, periodId: row.periodId })
    return row
  },
})

/** The other groups in which the same subject is taught this year, among the courses that this person may write in. */
export const listParallelCourses = query({
  name: 'gradebook.parallelCourses',
  permission: 'write:activities',
  input: gridInput.required(),
  output: parallelCourses,
  run: async ({ db, ctx, input: { courseId, periodId } }) => {
    const own = await courseFor({ db, ctx }, courseId, 'write:all')
    const courses = await db.courseOffering.findMany({
      where: {
        AND: [
          {
            subjectId: own.subjectId,
            id: { not: courseId },
            isActive: true,
            classGroup: { schoolYearId: own.schoolYearId },
          },
          courseWhere(ctx, 'write:all'),
        ],
      },
      select: {
        id: true,
        classGroup: { select: { code: true, gradeLevel: true } },
        activities: { where: { academicPeriodId: periodId }, select: { id: true } },
      },
      orderBy: { classGroup: { code: 'asc' } },
      take: 100,
    })
    return {
      items: courses.map(({ id, classGroup, activities }) => ({
        courseId: id,
        groupCode: classGroup.code,
        gradeLevel: classGroup.gradeLevel,
        activities: activities.length,
      })),
    }
  },
})
