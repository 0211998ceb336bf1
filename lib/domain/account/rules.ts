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

/** How long the mail of a reset opens something; how long an invitation does, its school says. */
export const resetMinutes = 30
export const mailLinkPurposes = ['reset', 'invitation'] as const
export type MailLinkPurpose = (typeof mailLinkPurposes)[number]

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

/** What can be said about where a session is without asking anybody outside: never a city. */
export const networks = ['same', 'local', 'other'] as const
export type Network = (typeof networks)[number]

const privateAddress =
  /^(local|::1|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|f[cd][\da-f]{2}:|fe80:|::ffff:(127|10|192\.168)\.)/i

/** Where a session is, seen from another one: the same network, one without an internet address, or somewhere else. */
export function networkOf(ip: string | null, viewer: string): Network {
  if (ip === viewer) return 'same'
  return privateAddress.test(ip ?? '') ? 'local' : 'other'
}
