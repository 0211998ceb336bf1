import { job } from '@/lib/platform/job'
import { remindGuardian } from '../commands'
import { remindJobInput } from '../schema'

/** One mail per guardian. Who has no address, or has nothing to send any more, is listed with the reason. */
export const remindFamilies = job({
  name: 'family.remind',
  input: remindJobInput,
  run: async ({ ctx, input: { families }, progress }) => {
    await progress.total(families.length)
    for (const { guardianId, name } of families)
      await progress.item(guardianId, name, () => remindGuardian.run(ctx, { guardianId }))
  },
})
