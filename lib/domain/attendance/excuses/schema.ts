import { z } from 'zod'
import { choice, dayField, idField, optionalReason, pageFields, requiredText, versionField } from '@/lib/shared/fields'

export const excuseStatuses = ['pending', 'accepted', 'rejected'] as const
export type ExcuseStatus = (typeof excuseStatuses)[number]

export const createExcuseInput = z
  .strictObject({
    studentId: idField,
    validFrom: dayField,
    validTo: dayField,
    reason: requiredText(500),
    /** A file that was confirmed before. */
    fileId: idField.optional(),
  })
  .refine(({ validFrom, validTo }) => validFrom <= validTo, { error: 'validation.endBeforeStart', path: ['validTo'] })

/** A rejection says why. */
export const decideExcuseInput = z
  .strictObject({
    excuseId: idField,
    version: versionField,
    decision: choice(['accepted', 'rejected']),
    note: optionalReason,
  })
  .refine(({ decision, note }) => decision === 'accepted' || note, { error: 'validation.required', path: ['note'] })

export const savedExcuse = z.object({
  id: z.uuid(),
  status: z.enum(excuseStatuses),
  version: z.number(),
  /** Absences that became excused. */
  excused: z.number(),
})

export const listExcusesInput = z.strictObject({
  status: choice(excuseStatuses).optional(),
  studentId: idField.optional(),
  ...pageFields,
})

export const excuseRow = z.object({
  id: z.uuid(),
  status: z.enum(excuseStatuses),
  studentId: z.uuid(),
  student: z.string(),
  group: z.string().nullable(),
  validFrom: z.iso.date(),
  validTo: z.iso.date(),
  reason: z.string(),
  note: z.string().nullable(),
  decidedBy: z.string().nullable(),
  hasFile: z.boolean(),
  /** Marks that carry it. */
  excused: z.number(),
  version: z.number(),
})
export type ExcuseRow = z.infer<typeof excuseRow>

export const excusePage = z.object({ items: z.array(excuseRow), nextCursor: z.string().nullable() })
