import { z } from 'zod'
import { idField } from '@/lib/shared/fields'

/** What the mail speaks of: `period` null is the final report. */
const about = { year: z.string().max(30), period: z.string().max(50).nullable() }

export const tellGuardianInput = z.strictObject({ guardianId: idField, ...about })
export const toldGuardian = z.object({ to: z.string() })

export const tellJobInput = z.object({
  families: z.array(z.object({ guardianId: z.uuid(), name: z.string() })),
  ...about,
})
