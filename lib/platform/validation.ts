import type { z } from 'zod'
import { validationKey } from '../shared/validation-key'
import { AppError } from './errors'

/** What zod found, as one refusal with a message key per field path. */
export function inputError(error: z.ZodError): AppError {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : issue.path
    const name = path.join('.')
    fields[name] ??= validationKey(issue)
  }
  return new AppError('invalid', { fields })
}
