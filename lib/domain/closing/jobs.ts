import { job } from '@/lib/platform/job'
import { computeGroup } from './commands'
import { groupsOfPeriod } from './queries'
import { computeJobInput } from './schema'

/** The marks of every group of a period that was closed, group by group: one that fails does not keep the others. */
export const computeMarks = job({
  name: 'closing.computeMarks',
  input: computeJobInput,
  run: async ({ ctx, input: { periodId }, progress }) => {
    const { items } = await groupsOfPeriod.run(ctx, { periodId })
    await progress.total(items.length)
    for (const { id, code } of items)
      await progress.item(id, code, () => computeGroup.run(ctx, { periodId, classGroupId: id }))
  },
})
