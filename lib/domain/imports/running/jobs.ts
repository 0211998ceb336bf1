import { z } from 'zod'
import { job } from '@/lib/platform/job'
import { finishImport, writePart } from './commands'
import { rowsToWrite } from './queries'

/**
 * Writes a checked file, in one piece or in portions of rows. Killed in the middle it goes on with the rows that are left;
 * a portion that fails is listed and can be tried again.
 */
export const writeImport = job({
  name: 'imports.run',
  input: z.object({ importId: z.string(), scope: z.enum(['all', 'good']) }),
  run: async ({ ctx, input: { importId, scope }, progress }) => {
    const { portions } = await rowsToWrite.run(ctx, { importId })
    const parts = scope === 'all' ? [{ from: 0, to: portions.at(-1)?.to ?? 0 }] : portions
    await progress.total(parts.length)
    for (const { from, to } of parts)
      await progress.item(`${from}-${to}`, `${from + 1}–${to}`, () => writePart.run(ctx, { importId, scope, from }))
    await finishImport.run(ctx, { importId })
  },
})
