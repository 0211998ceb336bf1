import type { CommandCall } from '@/lib/platform/operation'
import { translator } from '@/lib/platform/translator'
import { tellFamiliesJob } from './jobs'

/**
 * Starts telling the families of these students, the primary guardian of each, once however many children.
 * @returns the job and how many families it tells; null when none of the students has a guardian
 */
export async function tellFamilies(
  { db, enqueue }: Pick<CommandCall, 'db' | 'enqueue'>,
  studentIds: string[],
  about: { year: string; period: { name: string } | null },
): Promise<{ jobId: string; families: number } | null> {
  const students = await db.student.findMany({
    where: { id: { in: studentIds } },
    select: {
      guardians: {
        where: { guardian: { isActive: true } },
        orderBy: [{ isPrimary: 'desc' }, { priority: 'asc' }],
        take: 1,
        select: { guardianId: true, guardian: { select: { fullName: true } } },
      },
    },
  })
  const primary = students.flatMap(({ guardians }) => guardians)
  const names = new Map(primary.map(({ guardianId, guardian }) => [guardianId, guardian.fullName]))
  const families = [...names].map(([guardianId, name]) => ({ guardianId, name }))
  if (families.length === 0) return null
  const t = await translator('es', 'reportCards')
  const jobId = await enqueue(
    tellFamiliesJob,
    { families, year: about.year, period: about.period?.name ?? null },
    { title: t('tellTitle', { count: families.length }), total: families.length },
  )
  return { jobId, families: families.length }
}
