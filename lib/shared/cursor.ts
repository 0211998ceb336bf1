export type CursorValue = string | number | boolean | null

const longest = 2000

/** Where a page ended (its last row's sort values), as an opaque text that is safe in an address. */
export function encodeCursor(values: readonly CursorValue[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(values))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** The values of a cursor made by `encodeCursor`; null when it is malformed or has not `length` values. Types are for the caller to check. */
export function decodeCursor(cursor: string, length: number): CursorValue[] | null {
  if (cursor.length > longest || !/^[\w-]+$/.test(cursor)) return null
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0))
    const values: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const plain = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value)
    return Array.isArray(values) && values.length === length && values.every(plain) ? values : null
  } catch {
    return null
  }
}
