/** A calendar day, `YYYY-MM-DD`, without time and zone. */
export type IsoDay = string

const zone = 'America/Bogota'
const dayMs = 86_400_000
const isoShape = /^(\d{4})-(\d{2})-(\d{2})$/
const shownShape = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/

/** The tag that Intl formats with; any language that is not English gets Colombian Spanish. */
const intlLocale = (locale: string) => (locale.startsWith('en') ? 'en' : 'es-CO')

function dayFrom(year: number, month: number, day: number): IsoDay | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && year >= 1900 && year < 2200 ? date.toISOString().slice(0, 10) : null
}

/** `05/03/2026`, `5-3-2026` or `2026-03-05` as a day; null when there is no such day (31 February, the year 26). */
export function parseDay(text: string): IsoDay | null {
  const iso = isoShape.exec(text.trim())
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const shown = shownShape.exec(text.trim())
  return shown ? dayFrom(Number(shown[3]), Number(shown[2]), Number(shown[1])) : null
}

export function isIsoDay(text: string): boolean {
  return isoShape.test(text) && parseDay(text) === text
}

/** `2026-03-05` → `05/03/2026`. */
export function showDay(day: IsoDay): string {
  return day.split('-').reverse().join('/')
}

/** The day at UTC midnight, as Prisma wants a DATE. */
export function dayToDate(day: IsoDay): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** A DATE read by Prisma (UTC midnight) as a day. For a moment use `dayOf`. */
export function dateToDay(date: Date): IsoDay {
  return date.toISOString().slice(0, 10)
}

/** The moment as a clock in Bogotá shows it, in UTC's place: for a spreadsheet, whose cells know no zone. */
export function clockDate(moment: Date): Date {
  // Colombia is UTC-5 all year round since 1993.
  return new Date(moment.getTime() - 5 * 3_600_000)
}

/** The day that a moment falls on in Bogotá. */
export function dayOf(moment: Date): IsoDay {
  return dateToDay(clockDate(moment))
}

export function today(now: Date = new Date()): IsoDay {
  return dayOf(now)
}

export function addDays(day: IsoDay, days: number): IsoDay {
  return dateToDay(new Date(dayToDate(day).getTime() + days * dayMs))
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Math.round((dayToDate(to).getTime() - dayToDate(from).getTime()) / dayMs)
}

/** 1 Monday … 7 Sunday: the week begins on Monday. */
export function weekday(day: IsoDay): number {
  return dayToDate(day).getUTCDay() || 7
}

/** Full years on a day. Who was born on 29 February turns on 1 March in common years. */
export function ageOn(birth: IsoDay, on: IsoDay): number {
  return Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (on.slice(5) < birth.slice(5) ? 1 : 0)
}

const kept = new Map<string, unknown>()

/** Making a formatter costs a hundred times what using it does. */
function once<T>(name: string, make: () => T): T {
  if (!kept.has(name)) kept.set(name, make())
  return kept.get(name) as T
}

const dayStyles = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
} as const

/** "5 de marzo de 2026" (long), "5 de mar" (short), "jueves, 5 de marzo" (weekday). */
export function formatDay(day: IsoDay, locale = 'es', style: keyof typeof dayStyles = 'long'): string {
  const language = intlLocale(locale)
  const make = () => new Intl.DateTimeFormat(language, { ...dayStyles[style], timeZone: 'UTC' })
  return once(`${style} ${language}`, make).format(dayToDate(day))
}

/** "05/03/2026, 14:07" on a clock in Bogotá, the same in both languages. */
export function formatMoment(moment: Date): string {
  const clock = { hour: '2-digit', minute: '2-digit', timeZone: zone } as const
  const time = once('clock', () => new Intl.DateTimeFormat('en-GB', clock)).format(moment)
  return `${showDay(dayOf(moment))}, ${time}`
}

const week = 604_800
const steps = [
  { unit: 'year', seconds: 31_556_952 },
  { unit: 'month', seconds: 2_629_746 },
  { unit: 'week', seconds: week },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const

/** "hace 2 h", "dentro de 3 días"; under a minute "ahora". */
export function relativeTime(moment: Date, now: Date = new Date(), locale = 'es'): string {
  const seconds = (moment.getTime() - now.getTime()) / 1000
  const step = steps.find((candidate) => Math.abs(seconds) >= candidate.seconds)
  // Short, a week is "la sem. pas." and ten months are "10 m", which everybody takes for minutes.
  const style = step && step.seconds >= week ? 'long' : 'short'
  const language = intlLocale(locale)
  const make = () => new Intl.RelativeTimeFormat(language, { style, numeric: 'auto' })
  const format = once(`ago ${style} ${language}`, make)
  return step ? format.format(Math.trunc(seconds / step.seconds), step.unit) : format.format(0, 'second')
}
