import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { readOverview } from './overview/queries'
import { groupCards, groupCardsInput, overview, overviewInput } from './schema'
import { lastDay, readMembers } from './steps'

/** What there is for each group of a year: students, cards issued and published, the ZIP, and how the newest run goes. */
export const cardOverview = query({
  name: 'reportCards.overview',
  permission: 'read:grades',
  input: overviewInput,
  output: overview,
  run: ({ db, ctx, input }) => readOverview({ db, ctx }, input),
})

/** The students of one group on the last day of a period (or of the year), with the card that stands for each. */
export const listGroupCards = query({
  name: 'reportCards.ofGroup',
  permission: 'read:grades',
  input: groupCardsInput,
  output: groupCards,
  run: async ({ db, input: { classGroupId, periodId } }) => {
    const group = await db.classGroup.findFirst({
      where: { id: classGroupId },
      select: { id: true, code: true, gradeLevel: true, schoolYear: { select: { id: true, name: true } } },
    })
    if (!group) throw new AppError('not_found')
    const { schoolYear, ...rest } = group
    const scope = { yearId: schoolYear.id, periodId: periodId ?? null }
    const [period, day] = await Promise.all([
      periodId
        ? db.academicPeriod.findFirst({ where: { id: periodId }, select: { id: true, name: true } })
        : Promise.resolve(null),
      lastDay({ db }, scope),
    ])
    const members = await readMembers({ db }, classGroupId, scope, day)
    return {
      group: { ...rest, yearId: schoolYear.id, year: schoolYear.name },
      period,
      items: members.map(({ card, ...member }) => ({
        ...member,
        card: card && { id: card.id, status: card.status, edition: card.number },
      })),
    }
  },
})
