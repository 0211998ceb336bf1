import { z } from 'zod'
import { choice, idField, requiredText, versionField } from '@/lib/shared/fields'

export const phraseKinds = ['achievement', 'strength', 'difficulty', 'recommendation', 'observation'] as const

export const phraseRow = z.object({
  id: z.string(),
  kind: z.enum(phraseKinds),
  text: z.string(),
  /** Everybody's in the school; else one person's own. */
  shared: z.boolean(),
  /** Offered in this subject only; null: in every one. */
  subjectId: z.string().nullable(),
  version: z.number().int(),
})
export type Phrase = z.output<typeof phraseRow>

export const createPhraseInput = z.strictObject({
  kind: choice(phraseKinds),
  text: requiredText(1000),
  subjectId: idField.nullish(),
  /** For everybody in the school: for coordinators and the rector. */
  shared: z.boolean({ error: 'validation.choose' }).default(false),
})
export const updatePhraseInput = z.strictObject({ phraseId: idField, version: versionField, text: requiredText(1000) })
export const removePhraseInput = z.strictObject({ phraseId: idField })
export const listPhrasesInput = z.strictObject({ subjectId: idField.optional() })
export const phraseList = z.object({ items: z.array(phraseRow) })
export const savedPhrase = z.object({ id: z.string(), version: z.number().int() })
export const removedPhrase = z.object({ id: z.string() })
