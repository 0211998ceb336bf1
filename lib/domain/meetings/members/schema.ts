import { z } from 'zod'
import { idField, requiredText, versionField } from '@/lib/shared/fields'

export const saveMembersInput = z.strictObject({
  meetingId: idField,
  version: versionField,
  members: z
    .array(
      z.strictObject({
        /** Staff of the school; null for somebody who is not (parents' representative, guest). */
        userId: idField.nullish(),
        name: requiredText(255),
        role: requiredText(100),
        present: z.boolean(),
      }),
    )
    .max(60, { error: 'validation.tooMany' }),
})

export const staffList = z.object({
  items: z.array(z.object({ userId: z.uuid(), name: z.string(), roles: z.array(z.string()) })),
})
