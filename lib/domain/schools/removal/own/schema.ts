import { z } from 'zod'
import { idField } from '@/lib/shared/fields'
import { exportStates } from '../schema'

export const ownExports = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      status: z.enum(exportStates),
      createdAt: z.string(),
      by: z.string().nullable(),
      /** Bytes; 0 until it is ready. */
      size: z.number(),
      sha256: z.string().nullable(),
    }),
  ),
})
export type OwnExports = z.infer<typeof ownExports>

export const ownExportInput = z.strictObject({ exportId: idField })
