export type FormValues = Record<string, unknown>

const isGroup = (value: unknown): value is FormValues => typeof value === 'object' && value !== null

/** Reads `guardians.0.phone`; undefined when the way breaks off. */
export function getPath(values: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (isGroup(at) ? at[key] : undefined), values)
}

/** A copy with `path` set; only what lies on the way is copied. Missing groups are made. */
export function setPath<V>(values: V, path: string, value: unknown): V {
  const [key = '', ...rest] = path.split('.')
  const copy = Array.isArray(values) ? [...values] : { ...values }
  const slot = copy as FormValues
  slot[key] = rest.length ? setPath(slot[key] ?? {}, rest.join('.'), value) : value
  return copy as V
}

/** Choices out of a list (the roles of a person) are one value: place by place two people's choices would be mixed. */
const isChoice = (value: unknown): boolean => Array.isArray(value) && value.every((one) => !isGroup(one))

/** Path → value of every leaf. Files, other objects with a class of their own, and lists of plain values count as leaves. */
export function leaves(values: unknown, path = ''): [string, unknown][] {
  const group = Array.isArray(values) || (isGroup(values) && Object.getPrototypeOf(values) === Object.prototype)
  if (!group || isChoice(values)) return [[path, values]]
  return Object.entries(values as FormValues).flatMap(([key, value]) => leaves(value, path ? `${path}.${key}` : key))
}

/** Whether two values would look alike in a form: null, undefined and '' are all an empty box. */
export function sameShown(a: unknown, b: unknown): boolean {
  return (a ?? '') === (b ?? '') || JSON.stringify(a ?? '') === JSON.stringify(b ?? '')
}
