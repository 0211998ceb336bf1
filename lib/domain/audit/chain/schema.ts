import { z } from 'zod'

/** What came of following a history from its first line to its last. */
export const chainReport = z.object({
  /** How many lines hold together. */
  lines: z.number(),
  /** The hash of the last of them: kept elsewhere, it shows later that nothing before it has changed. */
  hash: z.string(),
  fault: z
    .object({
      kind: z.enum(['changed', 'missing', 'unlinked']),
      seq: z.number().nullable(),
      id: z.string().nullable(),
    })
    .nullable(),
})
