import { issueCard } from '@/lib/domain/report-cards/commands'
import { database } from '@/lib/platform/db/client'
import { mintForJob } from '@/lib/platform/mint'
import { systemMeta } from '@/lib/platform/request'
import { hashSecret } from '@/lib/platform/secrets'
import { demoToken } from './links'

type Seat = { enrollmentId: string; periodId: string }

/** Those of the demo's family and student in every published period, and the first child's whole group in the last one. */
async function seatsToShow(schoolId: string): Promise<Seat[]> {
  const { prisma } = database()
  const { guardianId } = await prisma.familyLink.findFirstOrThrow({
    where: { schoolId, tokenHash: hashSecret(demoToken(schoolId)) },
  })
  const periods = await prisma.academicPeriod.findMany({
    where: { schoolId, status: 'published', schoolYear: { status: 'active' } },
    orderBy: { number: 'asc' },
  })
  const known = await prisma.groupPlacement.findMany({
    where: {
      schoolId,
      validTo: null,
      enrollment: {
        schoolYear: { status: 'active' },
        student: { OR: [{ guardians: { some: { guardianId } } }, { userId: { not: null } }] },
      },
    },
    orderBy: { id: 'asc' },
  })
  const classmates = await prisma.groupPlacement.findMany({
    where: { schoolId, validTo: null, classGroupId: known[0]?.classGroupId ?? '' },
  })
  const wanted = periods.flatMap(({ id: periodId, endsOn }, index) =>
    [...known, ...(index === periods.length - 1 ? classmates : [])]
      .filter(({ validFrom }) => validFrom <= endsOn)
      .map(({ enrollmentId }) => ({ enrollmentId, periodId })),
  )
  return [...new Map(wanted.map((seat) => [`${seat.enrollmentId} ${seat.periodId}`, seat])).values()]
}

/** Report cards that families can open, issued as the rector issues them: numbered, signed, out of the marks of the year. */
export async function showReportCards(schoolId: string, rectorId: string): Promise<void> {
  const rector = await mintForJob(schoolId, rectorId, 'demo', systemMeta())
  for (const seat of await seatsToShow(schoolId)) await issueCard.run(rector, { ...seat, ranking: false })
  await database().prisma.reportCard.updateMany({
    where: { schoolId, status: 'issued' },
    data: { status: 'published', publishedAt: new Date() },
  })
}
