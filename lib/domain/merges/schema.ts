import { z } from 'zod'
import { choice, idField, optionalReason, pageFields, versionField } from '@/lib/shared/fields'

export const mergeEntities = ['student', 'guardian'] as const
export type MergeEntity = (typeof mergeEntities)[number]

export const studentFields = [
  'documentType',
  'documentNumber',
  'firstSurname',
  'secondSurname',
  'firstName',
  'secondName',
  'birthDate',
  'gender',
] as const

export const guardianFields = [
  'documentType',
  'documentNumber',
  'firstSurname',
  'secondSurname',
  'firstName',
  'secondName',
  'phone',
  'email',
  'address',
  'occupation',
  'workplace',
] as const

const pair = {
  entity: choice(mergeEntities),
  /** The record that stays. */
  keptId: idField,
  /** The record that becomes part of it. */
  lostId: idField,
}

export const compareInput = z.strictObject(pair)

export const mergeInput = z.strictObject({
  ...pair,
  keptVersion: versionField,
  lostVersion: versionField,
  /** Fields whose value is taken from the record that goes; of the others the one that stays keeps its own. */
  take: z.array(z.string().max(40)).max(40, { error: 'validation.tooMany' }).default([]),
  /** Of two enrollments in one year the one that goes; only one on which nobody has worked. */
  dropEnrollments: z.array(idField).max(20, { error: 'validation.tooMany' }).default([]),
  reason: optionalReason,
})
export type Merge = z.output<typeof mergeInput>

const side = z.object({
  id: z.string(),
  name: z.string(),
  version: z.number(),
  values: z.record(z.string(), z.string().nullable()),
  /** What hangs on it, by kind. */
  counts: z.record(z.string(), z.number()),
})

export const comparison = z.object({
  entity: z.enum(mergeEntities),
  kept: side,
  lost: side,
  /** Fields in the order of the form. */
  fields: z.array(z.string()),
  /** Years in which both are enrolled, with what hangs on each. */
  conflicts: z.array(
    z.object({
      year: z.string(),
      enrollments: z.array(
        z.object({ id: z.string(), of: z.enum(['kept', 'lost']), gradeLevel: z.string(), untouched: z.boolean() }),
      ),
    }),
  ),
  /** Why they cannot be merged; a whole key. */
  refusal: z.string().nullable(),
})
export type Comparison = z.infer<typeof comparison>

export const merged = z.object({ mergeId: z.string(), keptId: z.string(), undoUntil: z.string() })

export const listMergesInput = z.strictObject({
  entity: choice(mergeEntities).optional(),
  /** Of this record only. */
  keptId: idField.optional(),
  limit: pageFields.limit,
})

export const mergeList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      entity: z.enum(mergeEntities),
      keptId: z.string(),
      keptName: z.string(),
      lostName: z.string(),
      at: z.string(),
      by: z.string().nullable(),
      undoneAt: z.string().nullable(),
      /** Until when this person may take it back; null when they may not. */
      undoUntil: z.string().nullable(),
    }),
  ),
})
export type MergeList = z.infer<typeof mergeList>

export const oneMergeInput = z.strictObject({ mergeId: idField })
export const unmerged = z.object({ keptId: z.string(), restoredId: z.string() })
