import { AppError } from '@/lib/platform/errors'
import { job } from '@/lib/platform/job'
import { issueCard } from '../commands'
import { packGroup, printStandingCard } from './commands'
import { listGroupCards } from './queries'
import { issueJobInput } from './schema'

/**
 * The cards of a period, group by group and student by student: a student whose card cannot be written or printed is listed
 * with the reason, the others go on, and running it again does only what is missing. Each group ends with its ZIP. One PDF
 * is in memory at a time.
 */
export const issueReportCards = job({
  name: 'reportCards.issue',
  input: issueJobInput,
  run: async ({ ctx, input, progress }) => {
    const { yearId, periodId, classGroupIds, ranking } = input
    for (const classGroupId of classGroupIds) {
      let fresh = 0
      const { items } = await listGroupCards.run(ctx, { classGroupId, ...(periodId ? { periodId } : {}) })
      for (const { enrollmentId, name, card } of items)
        await progress.item(enrollmentId, name, async () => {
          if (!card) await issueCard.run(ctx, { enrollmentId, periodId, ranking })
          await printStandingCard.run(ctx, { enrollmentId, periodId })
          fresh += 1
        })
      // A run that was cut off, or repeated for those who failed, packs the groups again in which something is new.
      if (fresh > 0) await packOrGoOn(() => packGroup.run(ctx, { yearId, periodId, classGroupId }))
    }
  },
})

/** The cards are written; only a store that is away is worth trying the run again for. */
async function packOrGoOn(pack: () => Promise<unknown>): Promise<void> {
  try {
    await pack()
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'unavailable') throw error
  }
}
