import { z } from 'zod'
import { idField, requiredText, versionField } from '@/lib/shared/fields'

export const removeGuardianInput = z.strictObject({
  guardianId: idField,
  version: versionField,
  reason: requiredText(500),
})

export const removedGuardian = z.object({ guardianId: z.string() })
