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

/** How long what travels by mail opens something. */
export const mailLinkMinutes = { reset: 30, invitation: 7 * 24 * 60 } as const
export type MailLinkPurpose = keyof typeof mailLinkMinutes

/** So many resets of one account may be asked for in an hour; more are answered and not sent. */
export const resetsPerHour = 3

// The first that fits wins: Edge and Opera call themselves Chrome, Chrome calls itself Safari.
const browsers: [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

/** A browser's own description of itself in two words; null for what it does not tell. */
export function describeDevice(userAgent: string | null): { browser: string | null; system: string | null } {
  const find = (known: [RegExp, string][]) => known.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? null
  return { browser: find(browsers), system: find(systems) }
}
