import { z } from 'zod'
import { choice, idField, optionalText, requiredText, versionField } from '@/lib/shared/fields'

/** numeric: marks on the scale · descriptive: in words (preschool's dimensions, Decreto 2247 de 1997). */
export const assessments = ['numeric', 'descriptive'] as const
export type Assessment = (typeof assessments)[number]

const code = requiredText(20).overwrite((text) => text.toUpperCase().replace(/\s+/g, '-'))

export const createSubjectInput = z.strictObject({
  areaId: idField,
  /** Short and unique in the school, kept in capitals: MAT, ING, QUIM. */
  code,
  name: requiredText(150),
  shortName: optionalText(30),
  assessment: choice(assessments).optional(),
})

export const updateSubjectInput = z.strictObject({
  subjectId: idField,
  version: versionField,
  areaId: idField.optional(),
  code: code.optional(),
  name: requiredText(150).optional(),
  shortName: optionalText(30),
  assessment: choice(assessments).optional(),
  isActive: z.boolean({ error: 'validation.choose' }).optional(),
})

export const subjectRow = z.object({
  id: z.string(),
  areaId: z.string(),
  code: z.string(),
  name: z.string(),
  shortName: z.string().nullable(),
  assessment: z.enum(assessments),
  isActive: z.boolean(),
  version: z.number(),
})
export type SubjectRow = z.infer<typeof subjectRow>

export const subjectList = z.object({ items: z.array(subjectRow) })
