import { z } from 'zod'
import { job } from '@/lib/platform/job'
import { finishUndo, undoPart } from './commands'

/** Takes back what an import wrote, in portions. Killed in the middle it goes on with what is left. */
export const undoImportJob = job({
  name: 'imports.undo',
  input: z.object({ importId: z.string() }),
  run: async ({ ctx, input: { importId }, progress }) => {
    // Each portion takes what is left, so the same ones come again only when nothing moves any more.
    for (let part = 1; ; part += 1) {
      const { left } = await undoPart.run(ctx, { importId })
      await progress.item(String(part), String(part), async () => {})
      if (left === 0) break
    }
    await finishUndo.run(ctx, { importId })
  },
})
