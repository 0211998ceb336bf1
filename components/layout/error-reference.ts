/** What support can look for in the log: Next's digest of an error thrown on the server. */
export function referenceOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return undefined
  return typeof error.digest === 'string' ? error.digest : undefined
}
