import { job } from '@/lib/platform/job'
import { tellGuardian } from './commands'
import { tellJobInput } from './schema'

/** One mail per guardian. Who has no address is listed with the reason, so that the school can tell them another way. */
export const tellFamiliesJob = job({
  name: 'reportCards.tell',
  input: tellJobInput,
  run: async ({ ctx, input: { families, year, period }, progress }) => {
    await progress.total(families.length)
    for (const { guardianId, name } of families)
      await progress.item(guardianId, name, () => tellGuardian.run(ctx, { guardianId, year, period }))
  },
})
