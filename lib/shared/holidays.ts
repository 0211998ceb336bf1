import { addDays, type IsoDay, weekday } from './dates'

/** Same day every year. */
const fixed = ['01-01', '05-01', '07-20', '08-07', '12-08', '12-25']

/** Ley 51 de 1983 ("Emiliani"): moved to the next Monday. 9 July since Ley 2578 de 2026. */
const moved: { day: string; from: number }[] = [
  { day: '01-06', from: 1984 },
  { day: '03-19', from: 1984 },
  { day: '06-29', from: 1984 },
  { day: '07-09', from: 2026 },
  { day: '08-15', from: 1984 },
  { day: '10-12', from: 1984 },
  { day: '11-01', from: 1984 },
  { day: '11-11', from: 1984 },
]

/** Days after Easter Sunday: Holy Thursday, Good Friday; Ascension, Corpus Christi, Sacred Heart on their Mondays. */
const aroundEaster = [-3, -2, 43, 64, 71]

/** Easter Sunday of a Gregorian year (Meeus/Jones/Butcher). */
export function easterSunday(year: number): IsoDay {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return `${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`
}

const nextMonday = (day: IsoDay) => addDays(day, (8 - weekday(day)) % 7)
const known = new Map<number, ReadonlySet<IsoDay>>()

/** Colombian public holidays of a year (1984 on), in order. Two may coincide, so 17 to 19 dates. */
export function holidaysOf(year: number): ReadonlySet<IsoDay> {
  const cached = known.get(year)
  if (cached) return cached
  const easter = easterSunday(year)
  const days = [
    ...fixed.map((day) => `${year}-${day}`),
    ...moved.filter(({ from }) => year >= from).map(({ day }) => nextMonday(`${year}-${day}`)),
    ...aroundEaster.map((offset) => addDays(easter, offset)),
  ]
  const set = new Set(days.sort())
  known.set(year, set)
  return set
}

export function isHoliday(day: IsoDay): boolean {
  return holidaysOf(Number(day.slice(0, 4))).has(day)
}

/** Monday to Friday and no public holiday; a school's own days off count as business days (Ley 1581 de 2012 terms). */
export function isBusinessDay(day: IsoDay): boolean {
  return weekday(day) <= 5 && !isHoliday(day)
}

/** The day on which a term of `days` business days ends, counted from the day after `day`. */
export function addBusinessDays(day: IsoDay, days: number): IsoDay {
  let at = day
  for (let left = days; left > 0; ) {
    at = addDays(at, 1)
    if (isBusinessDay(at)) left -= 1
  }
  return at
}

/** Business days after `from` up to and with `to`; 0 when `to` is not later. */
export function businessDaysBetween(from: IsoDay, to: IsoDay): number {
  let count = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isBusinessDay(at)) count += 1
  return count
}
