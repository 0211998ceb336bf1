import { z } from 'zod'
import { choice, idField, optionalText, versionField } from '@/lib/shared/fields'
import { evaluationRules } from '../schema'

export const rulesStatuses = ['draft', 'active', 'superseded'] as const
export type RulesStatus = (typeof rulesStatuses)[number]

/** What a draft begins with: the year's rules, those of the year before, what a new school starts from, or a version. */
export const draftSources = ['active', 'lastYear', 'default', 'version'] as const

export const createDraftInput = z
  .strictObject({ schoolYearId: idField, source: choice(draftSources), rulesId: idField.optional() })
  .refine(({ source, rulesId }) => (source === 'version') === (rulesId !== undefined), {
    path: ['rulesId'],
    error: 'validation.required',
  })

const oneVersion = { rulesId: idField, version: versionField }
export const saveDraftInput = z.strictObject({ ...oneVersion, rules: evaluationRules, note: optionalText(500) })
export const oneRulesInput = z.strictObject({ rulesId: idField })
export const draftInput = z.strictObject(oneVersion)
export const listVersionsInput = z.strictObject({ schoolYearId: idField.optional() })
export const compareInput = z.strictObject({
  rulesId: idField,
  otherId: idField,
  language: choice(['es', 'en']).default('es'),
})

export const savedRules = z.object({
  id: z.string(),
  number: z.number(),
  version: z.number(),
  status: z.enum(rulesStatuses),
})

const year = z.object({ id: z.string(), name: z.string(), status: z.string() })

export const rulesVersion = z.object({
  id: z.string(),
  number: z.number(),
  status: z.enum(rulesStatuses),
  note: z.string().nullable(),
  sha256: z.string(),
  version: z.number(),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  activatedAt: z.string().nullable(),
  /** Periods that were closed under it: they keep it. */
  periods: z.array(z.string()),
})
export type RulesVersion = z.infer<typeof rulesVersion>

/** `current` without a version: the year has no rules of its own yet, the default ones hold. */
export const versionList = z.object({
  year: year.nullable(),
  years: z.array(year),
  current: z.object({ id: z.string().nullable(), number: z.number(), rules: evaluationRules }).nullable(),
  items: z.array(rulesVersion),
})
export type VersionList = z.infer<typeof versionList>

export const oneVersionDetail = rulesVersion.extend({
  year,
  /** How many periods the year has. */
  periodCount: z.number(),
  rules: evaluationRules,
})
export type OneVersion = z.infer<typeof oneVersionDetail>

const told = z.object({ topic: z.string(), text: z.string() })
export const comparison = z.object({
  before: z.object({ id: z.string(), number: z.number(), year: z.string() }),
  after: z.object({ id: z.string(), number: z.number(), year: z.string() }),
  changes: z.array(
    z.object({ topic: z.string(), before: told.shape.text.nullable(), after: told.shape.text.nullable() }),
  ),
})
export type Comparison = z.infer<typeof comparison>
