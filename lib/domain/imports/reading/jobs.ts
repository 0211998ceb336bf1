import { z } from 'zod'
import { job } from '@/lib/platform/job'
import { stageImport } from './commands'

/** A dry run of a file that arrived. Run again it reads again, and changes nothing of the school. */
export const readImport = job({
  name: 'imports.read',
  input: z.object({ importId: z.string() }),
  run: async ({ ctx, input: { importId }, progress }) => {
    await progress.total(1)
    await progress.item('file', '1', () => stageImport.run(ctx, { importId }))
  },
})
