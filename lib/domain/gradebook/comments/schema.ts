import { z } from 'zod'
import { choice, idField } from '@/lib/shared/fields'
import { phraseRow } from '../phrases/schema'
import { courseAndPeriod, courseHeading } from '../scores/schema'

export const wordKinds = ['observation', 'strength', 'difficulty', 'recommendation'] as const
export type WordKind = (typeof wordKinds)[number]

/** A subject with numbers has one observation; one in words tells what is well, what is hard, and what to do about it. */
export const kindsOf = (assessment: 'numeric' | 'descriptive'): readonly WordKind[] =>
  assessment === 'numeric' ? ['observation'] : ['strength', 'difficulty', 'recommendation']

export const MAX_WORDS = 2000
const tidy = (text: string) => text.normalize('NFC').replaceAll('\u0000', '').trim()

export const wordsField = z
  .string({ error: 'validation.required' })
  .overwrite(tidy)
  .max(MAX_WORDS, { error: 'validation.tooLong' })

/** 0 for words that are not there yet. */
export const wordsVersion = z
  .number({ error: 'validation.invalid' })
  .int({ error: 'validation.invalid' })
  .min(0, { error: 'validation.invalid' })

export const saveCommentInput = z.strictObject({
  ...courseAndPeriod,
  enrollmentId: idField,
  kind: choice(wordKinds),
  text: wordsField,
  version: wordsVersion,
})

/** `version` 0: blank words are none. */
export const savedWords = z.object({ version: z.number().int() })

export const readWordsInput = z.strictObject(courseAndPeriod)

const words = z.object({ kind: z.enum(wordKinds), text: z.string(), version: z.number().int() })

export const courseWords = z.object({
  course: courseHeading,
  students: z.array(
    z.object({
      enrollmentId: z.string(),
      studentId: z.string(),
      name: z.string(),
      until: z.string().nullable(),
      words: z.array(words),
    }),
  ),
  achievements: z.array(z.object({ id: z.string(), text: z.string(), version: z.number().int() })),
  phrases: z.array(phraseRow),
})
export type CourseWords = z.output<typeof courseWords>
