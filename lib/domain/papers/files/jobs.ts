import { z } from 'zod'
import { job } from '@/lib/platform/job'
import { openPaper } from './commands'

/** Prints a certificate that was just issued, so that its PDF and hash are kept even when nobody opens it. */
export const printCertificate = job({
  name: 'papers.print',
  input: z.object({ paperId: z.uuid() }),
  run: async ({ ctx, input: { paperId }, progress }) => {
    await progress.total(1)
    await progress.item(paperId, 'PDF', () => openPaper.run(ctx, { paperId }))
  },
})
