import { validOn } from '@/lib/domain/academics/policy'
import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { can } from '@/lib/platform/permissions'
import { today } from '@/lib/shared/dates'
import { readablePhrases } from '../phrases/policy'
import type { phraseKinds } from '../phrases/schema'
import { readCourses } from '../policy'
import { readableGroups } from './policy'
import { groupObservations, readObservationsInput } from './schema'

/** The observations of a group in a period, with a line for each student of today. @throws AppError not_found */
export const readObservations = query({
  name: 'gradebook.observations',
  permission: readCourses,
  input: readObservationsInput,
  output: groupObservations,
  run: async ({ db, ctx, input }) => {
    const group = await db.classGroup.findFirst({
      where: { AND: [{ id: input.classGroupId }, readableGroups(ctx)] },
      select: {
        code: true,
        gradeLevel: true,
        directorId: true,
        director: { select: { fullName: true } },
        schoolYear: {
          select: {
            name: true,
            periods: { select: { id: true, number: true, name: true, status: true }, orderBy: { number: 'asc' } },
          },
        },
      },
    })
    if (!group) throw new AppError('not_found')
    const { periods } = group.schoolYear
    const period = input.periodId
      ? periods.find(({ id }) => id === input.periodId)
      : (periods.findLast(({ status }) => status === 'open') ?? periods.findLast(({ status }) => status !== 'draft'))
    if (input.periodId && !period) throw new AppError('not_found')
    const [placements, written, phrases] = await Promise.all([
      db.groupPlacement.findMany({
        where: { AND: [{ classGroupId: input.classGroupId }, validOn(today())] },
        select: { enrollmentId: true, enrollment: { select: { student: { select: { id: true, fullName: true } } } } },
        orderBy: { enrollment: { student: { fullName: 'asc' } } },
      }),
      period
        ? db.periodObservation.findMany({
            where: {
              academicPeriodId: period.id,
              enrollment: { placements: { some: { classGroupId: input.classGroupId } } },
            },
            select: { enrollmentId: true, text: true, version: true },
          })
        : [],
      db.commentPhrase.findMany({
        where: { AND: [{ isActive: true, subjectId: null }, readablePhrases(ctx)] },
        select: { id: true, kind: true, text: true, ownerId: true, subjectId: true, version: true },
        orderBy: [{ kind: 'asc' }, { createdAt: 'asc' }],
        take: 300,
      }),
    ])
    const writes = can(ctx.permissions, 'write:all') || group.directorId === userIdOf(ctx)
    return {
      classGroupId: input.classGroupId,
      groupCode: group.code,
      gradeLevel: group.gradeLevel,
      year: group.schoolYear.name,
      director: group.director?.fullName ?? null,
      periods,
      period: period ?? null,
      writes: writes && period?.status === 'open',
      students: placements.map(({ enrollmentId, enrollment: { student } }) => {
        const own = written.find((row) => row.enrollmentId === enrollmentId)
        return {
          enrollmentId,
          studentId: student.id,
          name: student.fullName,
          text: own?.text ?? '',
          version: own?.version ?? 0,
        }
      }),
      phrases: phrases.map(({ ownerId, kind, ...row }) => ({
        ...row,
        kind: kind as (typeof phraseKinds)[number],
        shared: ownerId === null,
      })),
    }
  },
})
