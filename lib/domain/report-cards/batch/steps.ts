import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { standingCards } from '../rules'

type Db = { db: TenantClient }

/** What a run is about: a period of a year, or its final reports. */
export type Scope = { yearId: string; periodId: string | null }

/** The last day of what is issued, which says who was in which group. @throws AppError not_found */
export async function lastDay({ db }: Db, { yearId, periodId }: Scope): Promise<Date> {
  const row = periodId
    ? await db.academicPeriod.findFirst({ where: { id: periodId, schoolYearId: yearId }, select: { endsOn: true } })
    : await db.academicPeriod.findFirst({
        where: { schoolYearId: yearId },
        orderBy: { number: 'desc' },
        select: { endsOn: true },
      })
  if (!row) throw new AppError('not_found')
  return row.endsOn
}

/** Who sat in a group on a day: those who came later or left before are another group's, or nobody's. */
export const satIn = (day: Date) => ({
  validFrom: { lte: day },
  OR: [{ validTo: null }, { validTo: { gte: day } }],
})

/** The students of a group on the last day, by surname, with the card that stands for them. */
export async function readMembers({ db }: Db, classGroupId: string, scope: Scope, day: Date) {
  const placements = await db.groupPlacement.findMany({
    where: { classGroupId, ...satIn(day) },
    orderBy: [{ enrollment: { student: { fullName: 'asc' } } }, { enrollmentId: 'asc' }],
    select: {
      enrollment: {
        select: {
          id: true,
          student: { select: { fullName: true } },
          reportCards: {
            where: {
              kind: scope.periodId ? 'period' : 'final',
              academicPeriodId: scope.periodId,
              status: { in: [...standingCards] },
            },
            select: { id: true, status: true, number: true, fileId: true },
            take: 1,
          },
        },
      },
    },
  })
  return placements.map(({ enrollment }) => ({
    enrollmentId: enrollment.id,
    name: enrollment.student.fullName,
    card: enrollment.reportCards[0] ?? null,
  }))
}

/** Where the archives of a group's cards lie, so that they are found again by what they hold. */
export const zipPrefix = (schoolId: string, { yearId, periodId }: Scope, classGroupId: string): string =>
  `${schoolId}/report-cards/${periodId ?? yearId}/${classGroupId}/`
