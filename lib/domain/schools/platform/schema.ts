import { z } from 'zod'
import { idField, optionalText, pageFields, queryFlag } from '@/lib/shared/fields'
import { schoolLimits } from '../limits/schema'
import { calendars, sectors } from '../rules'

export const listSchoolsInput = z.strictObject({ q: optionalText(100), active: queryFlag, ...pageFields })

export const schoolRow = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  nit: z.string().nullable(),
  city: z.string().nullable(),
  sector: z.enum(sectors),
  calendar: z.enum(calendars),
  isActive: z.boolean(),
  version: z.number(),
  /** As a job has counted them, last night or when somebody asked; `computedAt` is null before the first time. */
  computedAt: z.string().nullable(),
  /** Active ones. */
  students: z.number(),
  people: z.number(),
  storageBytes: z.number(),
  lastActivityAt: z.string().nullable(),
})
export type SchoolRow = z.infer<typeof schoolRow>

export const schoolPage = z.object({ items: z.array(schoolRow), nextCursor: z.string().nullable(), total: z.number() })

export const readOneSchoolInput = z.strictObject({ schoolId: idField })

export const schoolOverview = schoolRow.extend({
  resolution: z.string().nullable(),
  createdAt: z.string(),
  limits: schoolLimits,
  rectors: z.array(
    z.object({
      membershipId: z.string(),
      name: z.string(),
      email: z.string(),
      isActive: z.boolean(),
      hasAccepted: z.boolean(),
      hasSecondFactor: z.boolean(),
    }),
  ),
})
export type SchoolOverview = z.infer<typeof schoolOverview>

export const openedSchool = z.object({ id: z.string(), slug: z.string() })
export const oneRectorInput = z.strictObject({ schoolId: idField, membershipId: idField })
export const schoolState = z.object({ version: z.number(), isActive: z.boolean() })
