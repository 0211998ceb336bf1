import { z } from 'zod'
import { completablePages, missingThings } from './rules'

export const completeness = z.object({
  pages: z.array(
    z.object({
      page: z.enum(completablePages),
      /** Empty: the page is complete. */
      missing: z.array(z.enum(missingThings)),
    }),
  ),
})
export type Completeness = z.infer<typeof completeness>
