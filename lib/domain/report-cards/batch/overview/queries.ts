import type { z } from 'zod'
import type { SchoolContext } from '@/lib/platform/context'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { gradeOrder } from '@/lib/shared/grades'
import type { CardOverview, overviewInput } from '../schema'
import { type Scope, satIn, zipPrefix } from '../steps'

type Call = { db: TenantClient; ctx: SchoolContext }
const mostFailures = 200

/** The newest run for exactly this period or year. */
async function newestRun({ db }: Call, { yearId, periodId }: Scope): Promise<CardOverview['job']> {
  const job = await db.job.findFirst({
    where: {
      name: 'reportCards.issue',
      AND: [
        { input: { path: ['yearId'], equals: yearId } },
        ...(periodId ? [{ input: { path: ['periodId'], equals: periodId } }] : []),
      ],
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true, status: true, total: true, done: true, failed: true, input: true },
  })
  if (!job || (job.input as { periodId?: unknown }).periodId !== periodId) return null
  const failures = await db.jobItem.findMany({
    where: { jobId: job.id, status: 'failed' },
    orderBy: { label: 'asc' },
    take: mostFailures,
    select: { label: true, error: true },
  })
  const { id, total, done, failed } = job
  return { id, total, done, failed, status: job.status as 'running', failures }
}

async function readGroups({ db, ctx }: Call, scope: Scope, day: Date): Promise<CardOverview['groups']> {
  const [groups, zips] = await Promise.all([
    db.classGroup.findMany({
      where: { schoolYearId: scope.yearId },
      select: {
        id: true,
        code: true,
        gradeLevel: true,
        director: { select: { fullName: true } },
        placements: { where: satIn(day), select: { enrollmentId: true } },
      },
    }),
    db.storedFile.findMany({
      where: { objectKey: { startsWith: `${ctx.schoolId}/report-cards/${scope.periodId ?? scope.yearId}/` } },
      select: { id: true, size: true, createdAt: true, objectKey: true },
    }),
  ])
  const cards = await db.reportCard.findMany({
    where: {
      kind: scope.periodId ? 'period' : 'final',
      academicPeriodId: scope.periodId,
      status: { in: ['issued', 'published'] },
      enrollment: { schoolYearId: scope.yearId },
    },
    select: { enrollmentId: true, status: true },
  })
  const states = new Map(cards.map(({ enrollmentId, status }) => [enrollmentId, status]))
  return groups
    .map(({ placements, director, ...group }) => {
      const own = placements.map(({ enrollmentId }) => states.get(enrollmentId))
      const zip = zips.find(({ objectKey }) => objectKey.startsWith(zipPrefix(ctx.schoolId, scope, group.id)))
      return {
        ...group,
        director: director?.fullName ?? null,
        students: own.length,
        issued: own.filter((status) => status !== undefined).length,
        published: own.filter((status) => status === 'published').length,
        missing: own.filter((status) => status === undefined).length,
        zip: zip ? { fileId: zip.id, size: Number(zip.size), createdAt: zip.createdAt.toISOString() } : null,
      }
    })
    .sort((a, b) => gradeOrder(a.gradeLevel) - gradeOrder(b.gradeLevel) || a.code.localeCompare(b.code, 'es'))
}

/**
 * The asked year (else the active one, else the newest) and its asked period, else the newest that is over, else the first.
 * @throws AppError not_found when the asked ones are not the school's
 */
export async function readOverview(call: Call, wanted: z.output<typeof overviewInput>): Promise<CardOverview> {
  const { db } = call
  const rows = await db.schoolYear.findMany({
    orderBy: { startsOn: 'desc' },
    select: {
      id: true,
      name: true,
      status: true,
      periods: {
        orderBy: { number: 'asc' },
        select: { id: true, number: true, name: true, status: true, endsOn: true },
      },
    },
  })
  const year = wanted.periodId
    ? rows.find(({ periods }) => periods.some(({ id }) => id === wanted.periodId))
    : wanted.yearId
      ? rows.find(({ id }) => id === wanted.yearId)
      : (rows.find(({ status }) => status === 'active') ?? rows[0])
  if (!year && (wanted.yearId || wanted.periodId)) throw new AppError('not_found')
  if (wanted.yearId && year?.id !== wanted.yearId) throw new AppError('not_found')
  const years = rows.map(({ id, name }) => ({ id, name }))
  if (!year) return { year: null, years, periods: [], period: null, groups: [], job: null }
  const { periods, ...shown } = year
  const over = periods.findLast(({ status }) => status === 'closed' || status === 'published')
  const period = wanted.final ? null : (periods.find(({ id }) => id === wanted.periodId) ?? over ?? periods[0] ?? null)
  const day = period?.endsOn ?? periods.at(-1)?.endsOn
  const scope = { yearId: year.id, periodId: period?.id ?? null }
  const [groups, job] = day ? await Promise.all([readGroups(call, scope, day), newestRun(call, scope)]) : [[], null]
  const plain = periods.map(({ endsOn: _, ...rest }) => rest)
  return { year: shown, years, periods: plain, period: plain.find(({ id }) => id === period?.id) ?? null, groups, job }
}
