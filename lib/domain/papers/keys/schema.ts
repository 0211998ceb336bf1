import { z } from 'zod'
import { requiredText } from '@/lib/shared/fields'

export const rotateKeyInput = z.strictObject({ reason: requiredText(500) })
export const rotatedKey = z.object({ id: z.uuid(), publicKey: z.string() })

export const signingKeys = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      publicKey: z.string(),
      activeFrom: z.iso.datetime(),
      retiredAt: z.iso.datetime().nullable(),
      papers: z.number(),
    }),
  ),
})
