import { z } from 'zod'
import { idField, versionField } from '@/lib/shared/fields'
import { moduleNames } from '@/lib/shared/modules'

const most = z
  .number({ error: 'validation.number' })
  .int({ error: 'validation.number' })
  .min(1, { error: 'validation.number' })
  .max(10_000_000, { error: 'validation.number' })
  .nullable()

/** `schools.limits`: what the platform allows a school; null is no limit. */
export const schoolLimits = z.object({
  students: most.default(null),
  people: most.default(null),
  storageMb: most.default(null),
  closedModules: z.array(z.enum(moduleNames)).default([]),
})
export type SchoolLimits = z.infer<typeof schoolLimits>

/** What cannot be read counts as no limit: a school is never stopped by a slip of ours. */
export const readLimits = (stored: unknown): SchoolLimits => schoolLimits.catch(schoolLimits.parse({})).parse(stored)

export const setLimitsInput = z.strictObject({
  schoolId: idField,
  version: versionField,
  students: most,
  people: most,
  storageMb: most,
  closedModules: z.array(z.enum(moduleNames)).max(moduleNames.length),
})
export type SetLimitsInput = z.input<typeof setLimitsInput>
