/**
 * Puts the slashes of dd/mm/aaaa while digits are typed; leaves deletions, pasted dates and anything with its own
 * separators alone.
 * @param next the text after the key, @param before the text before it
 */
export function maskDay(next: string, before: string): string {
  const clean = next.replace(/[^\d/.-]/g, '').slice(0, 10)
  const grew = clean.length > before.length
  if (!grew) return clean
  if (/^\d{8}$/.test(clean)) return `${clean.slice(0, 2)}/${clean.slice(2, 4)}/${clean.slice(4)}`
  if (/^\d{2}$/.test(clean) || /^\d{2}\/\d{2}$/.test(clean)) return `${clean}/`
  if (/^\d{3}$/.test(clean)) return `${clean.slice(0, 2)}/${clean.slice(2)}`
  return clean.replace(/\/{2,}/g, '/')
}
