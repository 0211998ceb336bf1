import { guardianFields, type MergeEntity, studentFields } from './schema'

/** How long a merge can be taken back. */
export const undoDays = 30

export const fieldsOf = (entity: MergeEntity): readonly string[] =>
  entity === 'student' ? studentFields : guardianFields

/** Type and number are one document: taken together or not at all. */
const together = ['documentType', 'documentNumber']

/** The fields that are taken from the record that goes. */
export function takenFields(take: readonly string[], known: readonly string[]): string[] {
  const document = together.some((name) => take.includes(name))
  return known.filter((name) => (together.includes(name) ? document : take.includes(name)))
}

/** The values of the record that stays: its own, and what is taken from the other one. */
export function chosenValues(
  kept: Readonly<Record<string, unknown>>,
  lost: Readonly<Record<string, unknown>>,
  taken: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(taken.flatMap((name) => (kept[name] === lost[name] ? [] : [[name, lost[name] ?? null]])))
}

/** What the record that stays lacks and the other one has. */
export function filledFrom(
  kept: Readonly<Record<string, unknown>>,
  lost: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const blank = (value: unknown) => value === null || value === undefined || value === ''
  return Object.fromEntries(Object.entries(lost).filter(([name, value]) => blank(kept[name]) && !blank(value)))
}
