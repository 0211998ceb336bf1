import { z } from 'zod'
import { choice, idField, requiredText } from '@/lib/shared/fields'

export const oneSchoolInput = z.strictObject({ schoolId: idField })

export const oneExportInput = z.strictObject({ schoolId: idField, exportId: idField })

export const startedExport = z.object({ exportId: z.string() })

export const exportStates = ['expected', 'ready', 'refused'] as const

export const exportList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      status: z.enum(exportStates),
      createdAt: z.string(),
      /** Bytes; 0 until it is ready. */
      size: z.number(),
      sha256: z.string().nullable(),
      /** Made after the school's doors closed: what a purge asks for. */
      isFinal: z.boolean(),
    }),
  ),
})

export type ExportList = z.infer<typeof exportList>

export const exportAddress = z.object({ url: z.string(), fileName: z.string() })

/** Hours that the page offers to wait; the API takes any number up to thirty days. */
export const waitHours = [1, 24, 72, 168, 720] as const

/** `slug` is typed by the person, so that nobody removes another school than they mean. */
export const purgeInput = z.strictObject({
  schoolId: idField,
  slug: requiredText(60),
  reason: requiredText(500),
  waitHours: z.number().int().min(1).max(720).default(72),
})

export const purgeStates = ['waiting', 'running', 'done', 'cancelled'] as const

export const plannedPurge = z.object({ purgeId: z.string(), runAfter: z.string() })

export const onePurgeInput = z.strictObject({ purgeId: idField })

export const listPurgesInput = z.strictObject({
  schoolId: idField.optional(),
  status: choice(purgeStates).optional(),
})

export const purgeList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      schoolId: z.string(),
      slug: z.string(),
      name: z.string(),
      reason: z.string(),
      status: z.enum(purgeStates),
      requestedBy: z.string(),
      requestedAt: z.string(),
      runAfter: z.string(),
      finishedAt: z.string().nullable(),
      /** How many rows and objects went, by table; empty until it is done. */
      report: z.record(z.string(), z.number()),
    }),
  ),
})
export type PurgeList = z.infer<typeof purgeList>
