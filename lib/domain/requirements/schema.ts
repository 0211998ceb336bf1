import { z } from 'zod'
import { choice, idField, optionalText, requiredText, versionField } from '@/lib/shared/fields'
import { gradeLevels, gradeOrder } from '@/lib/shared/grades'
import { documentKinds } from '../enrollments/documents/schema'

/**
 * `required_documents.applies_to`. Absent: no condition. `foreign` true: only for children with a foreign document, false: only
 * for the others. Grades by school order, both ends included. `minAge`: full years; of unknown age counts who does not carry an RC.
 */
export const appliesTo = z.object({
  new: z.boolean().optional(),
  returning: z.boolean().optional(),
  transfer: z.boolean().optional(),
  foreign: z.boolean().optional(),
  minGrade: z.enum(gradeLevels).optional(),
  maxGrade: z.enum(gradeLevels).optional(),
  minAge: z.number().int().min(0).max(99).optional(),
})
export type AppliesTo = z.infer<typeof appliesTo>

const appliesToInput = z
  .strictObject(appliesTo.shape)
  .refine((rule) => !rule.minGrade || !rule.maxGrade || gradeOrder(rule.minGrade) <= gradeOrder(rule.maxGrade), {
    path: ['maxGrade'],
    error: 'validation.gradeRange',
  })

/**
 * How long one that was validated counts in later years: for good, for its year, some months from its validation, until the
 * child's kind of identity document changes, or (consents) until the school changes the text.
 */
export const validities = ['permanent', 'year', 'months', 'identity', 'version'] as const
export type Validity = (typeof validities)[number]

const validity = {
  validity: choice(validities),
  /** With `months`: how many, from the day of its validation. */
  validMonths: z.coerce
    .number({ error: 'validation.invalid' })
    .int({ error: 'validation.invalid' })
    .min(1, { error: 'validation.tooSmall' })
    .max(60, { error: 'validation.tooBig' })
    .nullable(),
}

const requirementFields = {
  name: requiredText(150),
  help: optionalText(1000),
  appliesTo: appliesToInput,
  required: z.boolean(),
  isActive: z.boolean(),
  ...validity,
}

/** A code of the catalogue, or a new one of the school's own. Consents come from the catalogue: each needs its text. */
export const createRequirementInput = z.strictObject({
  code: z
    .string({ error: 'validation.required' })
    .overwrite((code) => code.trim().toLowerCase())
    .regex(/^[a-z][a-z0-9_]{2,49}$/, { error: 'validation.documentCode' }),
  kind: choice(documentKinds).optional(),
  ...requirementFields,
  isActive: z.boolean().optional(),
  validity: validity.validity.optional(),
  validMonths: validity.validMonths.optional(),
})
export type CreateRequirementInput = z.input<typeof createRequirementInput>

export const updateRequirementInput = z.strictObject({
  requirementId: idField,
  version: versionField,
  ...z.strictObject(requirementFields).partial().shape,
})

/** Every id of the school's list, in the wanted order. */
export const orderRequirementsInput = z.strictObject({
  ids: z.array(idField).min(1, { error: 'validation.tooSmall' }).max(100, { error: 'validation.tooBig' }),
})

export const requirementRow = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  help: z.string().nullable(),
  kind: z.enum(documentKinds),
  appliesTo,
  required: z.boolean(),
  isActive: z.boolean(),
  validity: z.enum(validities),
  validMonths: z.number().nullable(),
  version: z.number(),
})
export type RequirementRow = z.infer<typeof requirementRow>

export const requirementList = z.object({ items: z.array(requirementRow) })
export const savedRequirement = z.object({ id: z.string(), version: z.number() })
export const orderedRequirements = z.object({ ids: z.array(z.string()) })
