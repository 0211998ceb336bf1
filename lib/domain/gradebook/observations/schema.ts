import { z } from 'zod'
import { idField } from '@/lib/shared/fields'
import { wordsField, wordsVersion } from '../comments/schema'
import { phraseRow } from '../phrases/schema'

export const saveObservationInput = z.strictObject({
  periodId: idField,
  enrollmentId: idField,
  text: wordsField,
  version: wordsVersion,
})

export const readObservationsInput = z.strictObject({ classGroupId: idField, periodId: idField.optional() })

const period = z.object({ id: z.string(), number: z.number(), name: z.string(), status: z.string() })

export const groupObservations = z.object({
  classGroupId: z.string(),
  groupCode: z.string(),
  gradeLevel: z.string(),
  year: z.string(),
  director: z.string().nullable(),
  periods: z.array(period),
  period: period.nullable(),
  writes: z.boolean(),
  students: z.array(
    z.object({
      enrollmentId: z.string(),
      studentId: z.string(),
      name: z.string(),
      text: z.string(),
      version: z.number().int(),
    }),
  ),
  phrases: z.array(phraseRow),
})
export type GroupObservations = z.output<typeof groupObservations>
