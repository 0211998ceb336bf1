import type { FormValues } from './form-path'
import { setPath } from './form-path'

const prefix = 'draft:'
const weekMs = 7 * 86_400_000

/** What of Storage a draft needs; the browser's may be full or forbidden, and then there is no draft. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** One draft per school, person and form: on a shared computer nobody finds another's. */
export function draftKey(school: string | undefined, personId: string | undefined, form: string): string {
  return `${prefix}${school ?? '-'}:${personId ?? '-'}:${form}`
}

/** @returns what was being typed, or undefined when there is nothing, or nothing of the last seven days */
export function readDraft(storage: DraftStorage, key: string, now = Date.now()): FormValues | undefined {
  try {
    const kept = storage.getItem(key)
    if (!kept) return undefined
    const { at, values }: { at: number; values: FormValues } = JSON.parse(kept)
    if (typeof values === 'object' && values !== null && now - at < weekMs) return values
    storage.removeItem(key)
  } catch {
    return undefined
  }
}

/** @param secret paths that are never written down, such as a password's */
export function writeDraft(storage: DraftStorage, key: string, values: FormValues, secret: string[] = []): void {
  const open = secret.reduce((kept, path) => setPath(kept, path, undefined), values)
  try {
    storage.setItem(key, JSON.stringify({ at: Date.now(), values: open }))
  } catch {
    // A full or forbidden storage must not get in the way of typing.
  }
}

export function clearDraft(storage: DraftStorage, key: string): void {
  try {
    storage.removeItem(key)
  } catch {
    // As above.
  }
}

/** Signing out leaves nothing of anybody on the computer. */
export function clearAllDrafts(storage: DraftStorage): void {
  try {
    const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i))
    for (const key of keys) if (key?.startsWith(prefix)) storage.removeItem(key)
  } catch {
    // As above.
  }
}
