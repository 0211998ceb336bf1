import { z } from 'zod'
import { idField, optionalDay, pageFields } from '@/lib/shared/fields'
import { lineKinds } from './rules'

/** Records that show a history of their own. */
export const historyEntities = ['student', 'guardian', 'enrollment'] as const
export type HistoryEntity = (typeof historyEntities)[number]

export const ofRecordInput = z.strictObject({
  entity: z.enum(historyEntities, { error: 'validation.choose' }),
  entityId: idField,
  ...pageFields,
})

const auditFilter = {
  /** Part of the name of who did it. */
  actor: z.string().trim().max(100).optional(),
  entity: z.string().trim().max(50).optional(),
  entityId: idField.optional(),
  action: z.string().trim().max(80).optional(),
  kind: z.enum(lineKinds, { error: 'validation.choose' }).optional(),
  from: optionalDay,
  to: optionalDay,
}
export type AuditFilter = z.output<z.ZodObject<typeof auditFilter>>
export const listAuditInput = z.strictObject({ ...auditFilter, ...pageFields })

export const auditChange = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })
export type AuditChange = z.infer<typeof auditChange>

export const auditLine = z.object({
  id: z.string(),
  at: z.string(),
  actorKind: z.string(),
  actorName: z.string(),
  action: z.string(),
  entity: z.string(),
  entityId: z.string().nullable(),
  studentId: z.string().nullable(),
  reason: z.string().nullable(),
  /** What was there before and what after; one side is missing for what was created or removed. */
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})
export type AuditLine = z.infer<typeof auditLine>

export const auditPage = z.object({ items: z.array(auditLine), nextCursor: z.string().nullable() })

export const auditDetail = auditLine.extend({
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  requestId: z.string(),
})
export type AuditDetail = z.infer<typeof auditDetail>

export const auditDetailPage = z.object({ items: z.array(auditDetail), nextCursor: z.string().nullable() })
