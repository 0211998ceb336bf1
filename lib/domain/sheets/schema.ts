import { z } from 'zod'
import { idField } from '@/lib/shared/fields'
import { promotionStatuses } from '../evaluation/promotion/schema'
import { nationalLevels } from '../evaluation/schema'

/** Without a period: what the year has come to so far. */
export const groupSheetInput = z.strictObject({ classGroupId: idField, periodId: idField.nullish() })

export const sheetPlacesInput = z.strictObject({ schoolYearId: idField.optional() })

const period = z.object({ id: z.uuid(), number: z.number(), name: z.string(), status: z.string() })

export const sheetPlaces = z.object({
  year: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  years: z.array(z.object({ id: z.uuid(), name: z.string(), status: z.string() })),
  periods: z.array(period),
  groups: z.array(
    z.object({
      id: z.uuid(),
      code: z.string(),
      gradeLevel: z.string(),
      students: z.number(),
      courses: z.number(),
      director: z.string().nullable(),
    }),
  ),
})
export type SheetPlaces = z.infer<typeof sheetPlaces>

/** A decimal text with its national level; null: nothing marked. */
export const sheetMark = z.object({ value: z.string(), level: z.enum(nationalLevels), passes: z.boolean() }).nullable()
export type SheetMark = z.infer<typeof sheetMark>

/** An area's column says `area: null` of itself; a subject's names the area that it counts in. */
const column = z.object({
  key: z.string(),
  kind: z.enum(['subject', 'area']),
  name: z.string(),
  shortName: z.string().nullable(),
  area: z.string(),
  mean: z.string().nullable(),
  levels: z.record(z.enum(nationalLevels), z.number()),
})
export type SheetColumn = z.infer<typeof column>

const row = z.object({
  enrollmentId: z.uuid(),
  studentId: z.uuid(),
  name: z.string(),
  /** One for each column, in their order. */
  marks: z.array(sheetMark),
  /** Of the subjects, two decimals. */
  mean: z.string().nullable(),
  /** Equal means share a place; null where the school does not rank, or nothing is marked. */
  place: z.number().nullable(),
  failed: z.number(),
  justified: z.number(),
  unjustified: z.number(),
  outcome: z.enum(promotionStatuses).nullable(),
})
export type SheetRow = z.infer<typeof row>

export const groupSheet = z.object({
  group: z.object({ id: z.uuid(), code: z.string(), gradeLevel: z.string(), director: z.string().nullable() }),
  year: z.object({ id: z.uuid(), name: z.string() }),
  periods: z.array(period),
  period: period.nullable(),
  /** False for a teacher: the own courses only, without areas, means of students and places. */
  whole: z.boolean(),
  ranked: z.boolean(),
  /** What `failed` counts. */
  counts: z.enum(['areas', 'subjects']),
  /** How marks are read: decimals of the scale, rounding. */
  scale: z.object({ max: z.string(), decimals: z.number(), passMark: z.string() }),
  columns: z.array(column),
  rows: z.array(row),
  mean: z.string().nullable(),
})
export type GroupSheet = z.infer<typeof groupSheet>
