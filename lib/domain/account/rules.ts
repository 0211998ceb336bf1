/**
 * Where a person goes after signing in: a path of ours with its query, or `/`.
 * Everything that a browser could read as another site's address (`//x`, `/\x`, `https:`, control characters) becomes `/`.
 */
export function localPath(wanted: string | string[] | undefined): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return '/'
  const ours = 'http://ours.invalid'
  if (!URL.canParse(wanted, ours)) return '/'
  const { origin, pathname, search } = new URL(wanted, ours)
  const isEntrance = /^\/(login|reset|invite|api)(\/|$)/.test(pathname)
  return origin === ours && !isEntrance && !pathname.startsWith('//') ? pathname + search : '/'
}
