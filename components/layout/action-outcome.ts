import { type FormValues, getPath, setPath } from './form-path'

/** Whether an action ended by sending the browser elsewhere. */
export function isRedirect(error: unknown): boolean {
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? error.digest : undefined
  return typeof digest === 'string' && digest.startsWith('NEXT_REDIRECT')
}

/** Those values of `record` that the form has a place for. */
export function pickKnown<V extends FormValues>(form: V, record: unknown): Partial<V> {
  const known = Object.keys(form).filter((key) => getPath(record, key) !== undefined)
  return Object.fromEntries(known.map((key) => [key, getPath(record, key)])) as Partial<V>
}

/** The record's version after saving, where the form and the answer both have one: the next save builds on it. */
export function withVersion<V extends FormValues>(values: V, answer: unknown): V {
  const version = getPath(answer, 'version')
  return 'version' in values && typeof version === 'number' ? setPath(values, 'version', version) : values
}
