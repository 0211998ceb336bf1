import { type PlatformDb, platformClient } from '@/lib/platform/db/platform'
import { today } from '@/lib/shared/dates'
import { usedBytes } from '../limits/steps'
import { enrollmentOf, growthOf, levelsOf } from './rules'
import { type Figures, figures } from './schema'
import { countSchool } from './sql'

/** Counts in one school and keeps the result for the platform's pages. @returns false when there is no such school */
export async function computeFigures(schoolId: string): Promise<boolean> {
  const db = platformClient()
  const school = await db.school.findFirst({
    where: { id: schoolId },
    select: { figures: { select: { figures: true } } },
  })
  if (!school) return false
  const day = today()
  const [{ totals, enrollment, attendance, levels, growth }, storage] = await Promise.all([
    countSchool(schoolId, day),
    usedBytes(db, { schoolId }),
  ])
  const earlier = figures.safeParse(school.figures?.figures ?? {})
  const students = totals?.students ?? 0
  const next: Figures = {
    year: enrollment.year,
    enrollment: enrollmentOf(enrollment.rows),
    papers: enrollment.papers ?? { enrollments: 0, missing: 0, review: 0 },
    attendance,
    period: levels[0]?.period ?? null,
    levels: levelsOf(levels),
    growth: growthOf(earlier.success ? earlier.data.growth : [], growth, { month: day.slice(0, 7), students }),
  }
  const data = {
    computedAt: new Date(),
    students,
    people: totals?.people ?? 0,
    storageBytes: BigInt(storage),
    lastActivityAt: totals?.activity ?? null,
    figures: next,
  }
  await db.schoolFigures.upsert({
    where: { schoolId },
    create: { schoolId, ...data },
    update: data,
    select: { id: true },
  })
  return true
}

type Stored = {
  computedAt: Date
  students: number
  people: number
  storageBytes: bigint
  lastActivityAt: Date | null
  figures: unknown
} | null

/** The stored row as the platform's pages read it; what no job has counted yet is nothing. */
export const shownFigures = (row: Stored | undefined) => ({
  computedAt: row?.computedAt.toISOString() ?? null,
  students: row?.students ?? 0,
  people: row?.people ?? 0,
  storageBytes: Number(row?.storageBytes ?? 0),
  lastActivityAt: row?.lastActivityAt?.toISOString() ?? null,
  figures: figures.catch(figures.parse({})).parse(row?.figures ?? {}),
})

/** Every school with what the jobs have counted: one small row each, and nothing is counted here. */
export async function storedFigures(db: PlatformDb, schoolId?: string) {
  const schools = await db.school.findMany({
    where: schoolId ? { id: schoolId } : {},
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, slug: true, name: true, isActive: true, figures: true },
  })
  return schools.map(({ figures: row, ...school }) => ({ ...school, ...shownFigures(row) }))
}
