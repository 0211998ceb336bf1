import type { z } from 'zod'

/** Sentences for what zod finds by itself, by issue code. */
const byCode: Record<string, string> = {
  invalid_type: 'validation.required',
  too_small: 'validation.tooSmall',
  too_big: 'validation.tooBig',
  unrecognized_keys: 'validation.unknownField',
  invalid_value: 'validation.choose',
  invalid_union: 'validation.choose',
  invalid_key: 'validation.unknownField',
  not_multiple_of: 'validation.invalid',
}

/** Key of the sentence in messages/<lang>/validation.json for a zod issue: the schema's own key, else one for its kind. */
export function validationKey(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith('validation.')) return issue.message
  return byCode[issue.code] ?? 'validation.invalid'
}
