import { z } from 'zod'
import { choice, versionField } from '@/lib/shared/fields'
import { paperKinds } from '../rules'

/** Letters that stand before a number: capitals and digits, as in a secretary's book. */
const prefix = z
  .string({ error: 'validation.prefix' })
  .overwrite((typed) => typed.trim().toUpperCase())
  .regex(/^[A-Z0-9]{1,6}$/, { error: 'validation.prefix' })

export const saveNumberingInput = z.strictObject({
  version: versionField,
  /** The kinds that change; `next`: the number of the next paper of this calendar year. */
  series: z
    .array(
      z.strictObject({
        kind: choice(paperKinds),
        prefix: prefix.optional(),
        next: z
          .number({ error: 'validation.range.paperNumber' })
          .int({ error: 'validation.range.paperNumber' })
          .min(1, { error: 'validation.range.paperNumber' })
          .max(999_999, { error: 'validation.range.paperNumber' })
          .optional(),
      }),
    )
    .min(1)
    .max(paperKinds.length),
})
export type SaveNumberingInput = z.input<typeof saveNumberingInput>

export const numbering = z.object({
  version: z.number(),
  year: z.string(),
  series: z.array(
    z.object({ kind: z.enum(paperKinds), prefix: z.string(), used: z.number(), next: z.number(), example: z.string() }),
  ),
})
export type Numbering = z.infer<typeof numbering>
