import { z } from 'zod'
import { choice, idField, pageFields, requiredText, versionField } from '@/lib/shared/fields'

export const importKinds = ['students', 'users', 'scores'] as const
export type ImportKind = (typeof importKinds)[number]

/** Bytes. A list of 3,000 students with their families takes a tenth of it. */
export const MAX_IMPORT_BYTES = 10_000_000

export const importTypes = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
  'text/plain',
] as const

export const importStatuses = [
  'expected',
  'reading',
  'checked',
  'running',
  'done',
  'refused',
  'undoing',
  'undone',
  /** Nobody finished it, and its rows are gone. */
  'expired',
] as const
export type ImportStatus = (typeof importStatuses)[number]

export const verdicts = ['create', 'update', 'same', 'keep', 'skip', 'error'] as const
export type Verdict = (typeof verdicts)[number]

export const outcomes = ['created', 'updated', 'kept', 'failed', 'undone', 'stays'] as const
export type Outcome = (typeof outcomes)[number]

/** What becomes of records that the school has already: left alone, or given the file's values. */
export const existingChoices = ['keep', 'update'] as const
export const csvEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export const csvSeparators = [';', ',', '\t'] as const

const target = z.strictObject({
  /** Enrolls the students in this year; without it only students and guardians are taken over. */
  schoolYearId: idField.optional(),
  /** Where the scores of a file belong. */
  courseId: idField.optional(),
  periodId: idField.optional(),
})
export type ImportTarget = z.output<typeof target>

export const offerImportInput = z.strictObject({
  kind: choice(importKinds),
  target: target.default({}),
  fileName: requiredText(200),
  contentType: choice(importTypes),
  size: z
    .number({ error: 'validation.required' })
    .int({ error: 'validation.invalid' })
    .min(1, { error: 'validation.fileEmpty' })
    .max(MAX_IMPORT_BYTES, { error: 'validation.fileTooLarge' }),
  sha256: z.string({ error: 'validation.required' }).regex(/^[0-9a-f]{64}$/, { error: 'validation.sha256' }),
})
export type OfferImport = z.input<typeof offerImportInput>

const sameFile = z.object({ id: z.string(), at: z.string(), by: z.string().nullable(), status: z.enum(importStatuses) })

export const importTicket = z.object({
  id: z.string(),
  url: z.string(),
  method: z.literal('PUT'),
  headers: z.record(z.string(), z.string()),
  expiresAt: z.string(),
})

export const oneImportInput = z.strictObject({ importId: idField })

export const importSettings = z.object({
  /** Of a CSV; a workbook says so itself. */
  encoding: z.enum(csvEncodings).optional(),
  separator: z.enum(csvSeparators).optional(),
  /** The row of the headings, as the spreadsheet counts. */
  headingRow: z.number().int(),
  /** What each column is: a field of the kind, or nothing. */
  columns: z.array(z.string().nullable()),
  existing: z.enum(existingChoices),
})
export type ImportSettings = z.output<typeof importSettings>

export const adjustImportInput = z.strictObject({
  importId: idField,
  version: versionField,
  encoding: choice(csvEncodings).optional(),
  separator: choice(csvSeparators).optional(),
  headingRow: z.number({ error: 'validation.invalid' }).int().min(1).max(50).optional(),
  columns: z.array(z.string().max(80).nullable()).max(200, { error: 'validation.tooMany' }).optional(),
  existing: choice(existingChoices).optional(),
})
export type AdjustImport = z.input<typeof adjustImportInput>

export const runImportInput = z.strictObject({
  importId: idField,
  version: versionField,
  /** `all`: everything or nothing, so no row may be wrong; `good`: the rows without a problem. */
  scope: choice(['all', 'good']),
})

/** @see writePart: rows from this one on, or all that are left. */
export const writePartInput = z.strictObject({
  importId: idField,
  scope: choice(['all', 'good']),
  from: z.number({ error: 'validation.invalid' }).int().min(0),
})

export const repairRowsInput = z.strictObject({
  importId: idField,
  rows: z
    .array(
      z.strictObject({
        rowId: idField,
        /** Column (from 0) → what it is to say. */
        cells: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(1000)).optional(),
        /** accept: what seems doubtful is right; skip: leave this row out; none: neither. */
        choice: choice(['accept', 'skip', 'none']).optional(),
      }),
    )
    .min(1, { error: 'validation.tooSmall' })
    .max(100, { error: 'validation.tooMany' }),
})
export type RepairRows = z.input<typeof repairRowsInput>

export const importProblem = z.object({
  /** From 0; -1 when the file has no such column. */
  column: z.number(),
  heading: z.string(),
  value: z.string(),
  /** In the caller's language. */
  message: z.string(),
  warning: z.boolean(),
  /** The row can be imported once somebody says that it is right as it is. */
  acceptable: z.boolean(),
  /** The record that it is about, for a link. */
  recordId: z.string().optional(),
})
export type ImportProblem = z.infer<typeof importProblem>

export const importRow = z.object({
  id: z.string(),
  row: z.number(),
  label: z.string(),
  cells: z.array(z.string()),
  verdict: z.enum(verdicts),
  outcome: z.enum(outcomes).nullable(),
  repaired: z.boolean(),
  choice: z.enum(['accept', 'skip']).nullable(),
  problems: z.array(importProblem),
  /** The student, person or course that came of it. */
  recordId: z.string().nullable(),
})
export type ImportRow = z.infer<typeof importRow>

export const rowFilters = ['error', 'warned', 'create', 'update', 'same', 'keep', 'skip', 'failed', 'stays'] as const

export const listRowsInput = z.strictObject({
  importId: idField,
  show: choice(rowFilters).optional(),
  /** The number of the last row that was seen. */
  after: z.coerce.number({ error: 'validation.invalid' }).int().min(0).default(0),
  limit: pageFields.limit,
})

export const importRows = z.object({ items: z.array(importRow), next: z.number().nullable() })
export const repairedRows = z.object({ items: z.array(importRow), version: z.number() })

export const importCounts = z.object({
  rows: z.number(),
  verdicts: z.partialRecord(z.enum(verdicts), z.number()),
  warned: z.number(),
  outcomes: z.partialRecord(z.enum(outcomes), z.number()),
})
export type ImportCounts = z.infer<typeof importCounts>

export const importSummary = z.object({
  id: z.string(),
  kind: z.enum(importKinds),
  fileName: z.string(),
  status: z.enum(importStatuses),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
})
export type ImportSummary = z.infer<typeof importSummary>

export const importDetail = importSummary.extend({
  version: z.number(),
  target: z.object({ schoolYearId: z.string().nullable(), year: z.string().nullable(), place: z.string().nullable() }),
  settings: importSettings.nullable(),
  headings: z.array(z.string()),
  /** What the columns of this kind can be, with its name; required ones first. */
  fields: z.array(z.object({ name: z.string(), label: z.string(), required: z.boolean() })),
  /** Required fields that no column has. */
  missing: z.array(z.string()),
  counts: importCounts,
  /** Why the file was refused, or why the last run wrote nothing. */
  refusal: z.string().nullable(),
  jobId: z.string().nullable(),
  /** The newest earlier import of exactly this file. */
  earlier: sameFile.nullable(),
  /** Until when it can be undone; null when it cannot. */
  undoUntil: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** When its rows and its file were removed; the counts stay. */
  clearedAt: z.string().nullable(),
})
export type ImportDetail = z.infer<typeof importDetail>

export const listImportsInput = z.strictObject({ kind: choice(importKinds).optional(), ...pageFields })
export const importPage = z.object({ items: z.array(importSummary), nextCursor: z.string().nullable() })

export const startedImport = z.object({ importId: z.string(), jobId: z.string(), version: z.number() })
export const clearList = z.object({ importIds: z.array(z.string()) })
export const writtenPart = z.object({ next: z.number().nullable(), written: z.number() })

export const importTemplateInput = z.strictObject({
  kind: choice(importKinds),
  format: z.enum(['xlsx', 'csv'], { error: 'validation.choose' }).default('xlsx'),
  courseId: idField.optional(),
  periodId: idField.optional(),
})
export const importFile = z.object({ fileName: z.string(), contentType: z.string(), content: z.string() })
