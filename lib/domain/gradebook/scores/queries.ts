import { courseFor } from '@/lib/domain/academics/policy'
import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { readHeading } from '../courses/steps'
import { readCourses } from '../policy'
import { type ScoreStatus, storedScore } from './rules'
import { gridInput, scoreGrid, scoreHistory, scoreHistoryInput, type scoreSources } from './schema'
import { gridRows } from './sql'

/**
 * A course in a period as a grid: activities in their order, students by surname, a cell for each pair.
 * Without `periodId` the open period, else the last that has begun.
 */
export const readGrid = query({
  name: 'gradebook.grid',
  permission: readCourses,
  input: gridInput,
  output: scoreGrid,
  run: async ({ ctx, sql, input }) => {
    const { course, rules } = await readHeading({ ctx, sql }, input)
    const { courseId, period } = course
    const rows = period
      ? await gridRows({ ctx, sql }, { courseId, periodId: period.id })
      : { activities: [], students: [], categories: [] }
    return { course, rules, ...rows }
  },
})

/** Every value that a cell has had, the newest first. @throws AppError not_found */
export const scoreHistoryOf = query({
  name: 'gradebook.scoreHistory',
  permission: readCourses,
  input: scoreHistoryInput,
  output: scoreHistory,
  run: async ({ db, ctx, input }) => {
    const score = await db.activityScore.findFirst({
      where: { activityId: input.activityId, enrollmentId: input.enrollmentId },
      select: { id: true, activity: { select: { courseOfferingId: true } } },
    })
    if (!score) throw new AppError('not_found')
    const [rows] = await Promise.all([
      db.activityScoreChange.findMany({
        where: { scoreId: score.id },
        orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
        take: 100,
        select: {
          id: true,
          beforeStatus: true,
          beforeScore: true,
          afterStatus: true,
          afterScore: true,
          source: true,
          changedAt: true,
          changer: { select: { fullName: true } },
        },
      }),
      courseFor({ db, ctx }, score.activity.courseOfferingId, 'read:grades'),
    ])
    const value = (status: string, score: { toString(): string } | null) => ({
      status: status as ScoreStatus,
      score: storedScore(score?.toString() ?? null),
    })
    return {
      items: rows.map((row) => ({
        id: row.id,
        at: row.changedAt.toISOString(),
        by: row.changer?.fullName ?? null,
        before: row.beforeStatus ? value(row.beforeStatus, row.beforeScore) : null,
        after: value(row.afterStatus, row.afterScore),
        source: row.source as (typeof scoreSources)[number],
      })),
    }
  },
})
