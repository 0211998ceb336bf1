import { z } from 'zod'
import { choice, idField, requiredText } from '@/lib/shared/fields'

export const importKinds = ['plan', 'groups'] as const
export type ImportKind = (typeof importKinds)[number]

export const importInput = z
  .strictObject({
    kind: choice(importKinds),
    schoolYearId: idField,
    /** The plan in draft that receives the rows; for `plan` only. */
    studyPlanId: idField.optional(),
    fileName: requiredText(200),
    /** The .xlsx or CSV file in base64, at most 500 kB. */
    content: requiredText(700_000),
  })
  .check(({ value, issues }) => {
    if (value.kind === 'plan' && !value.studyPlanId)
      issues.push({ code: 'custom', path: ['studyPlanId'], message: 'validation.required', input: undefined })
  })

export const importProblem = z.object({
  row: z.number(),
  column: z.string(),
  value: z.string(),
  /** In the caller's language. */
  message: z.string(),
})
export type ImportProblem = z.infer<typeof importProblem>

/** What the file does, or would do. With problems nothing is stored. */
export const importResult = z.object({
  rows: z.number(),
  create: z.number(),
  update: z.number(),
  same: z.number(),
  /** Areas and subjects that the catalog lacks and the import adds, by name. */
  newAreas: z.array(z.string()),
  newSubjects: z.array(z.string()),
  problems: z.array(importProblem),
})
export type ImportResult = z.infer<typeof importResult>

export const templateInput = z.strictObject({
  kind: choice(importKinds),
  format: z.enum(['xlsx', 'csv'], { error: 'validation.choose' }).default('xlsx'),
})
export const fileOutput = z.object({ fileName: z.string(), contentType: z.string(), content: z.string() })
