import { proposePeriods, proposeYear } from '@/lib/domain/years/rules'
import { addDays, daysBetween, dayToDate, type IsoDay, weekday } from '@/lib/shared/dates'

export type DemoYear = {
  id: string
  name: string
  startsOn: IsoDay
  endsOn: IsoDay
  status: 'closed' | 'active' | 'planning'
}
export type DemoYears = Record<DemoYear['status'], DemoYear>

/** The year that runs on a day, the one before and the one after. B's new year counts from July on. */
export function demoYears(calendar: 'A' | 'B', day: IsoDay, newId: () => string): DemoYears {
  const year = Number(day.slice(0, 4)) - (calendar === 'B' && day.slice(5) < '07-01' ? 1 : 0)
  const make = (status: DemoYear['status'], from: number): DemoYear => ({
    id: newId(),
    status,
    ...proposeYear(calendar, from),
  })
  return { closed: make('closed', year - 1), active: make('active', year), planning: make('planning', year + 1) }
}

type Span = { startsOn: IsoDay; endsOn: IsoDay }
const last = (a: IsoDay, b: IsoDay): IsoDay => (a > b ? a : b)
const first = (a: IsoDay, b: IsoDay): IsoDay => (a < b ? a : b)

/**
 * The running year's four periods, so cut that on any day two are over, the third goes on and the fourth is to come: what
 * has passed of the year falls into three parts, from Monday to Sunday where they are long enough for that.
 */
export function runningPeriods(year: Span, day: IsoDay): Span[] {
  const here = last(first(day, addDays(year.endsOn, -7)), addDays(year.startsOn, 2))
  const part = Math.max(1, Math.floor(daysBetween(year.startsOn, here) / 3))
  const monday = (days: number) => {
    const from = addDays(year.startsOn, days)
    return part < 7 ? from : addDays(from, 1 - weekday(from))
  }
  const [second, third] = [monday(part), monday(2 * part)]
  const ends = first(last(addDays(here, 21), here), addDays(year.endsOn, -7))
  return [
    { startsOn: year.startsOn, endsOn: addDays(second, -1) },
    { startsOn: second, endsOn: addDays(third, -1) },
    { startsOn: third, endsOn: last(ends, here) },
    { startsOn: addDays(last(ends, here), 1), endsOn: year.endsOn },
  ]
}

const runningStatus = ['published', 'published', 'open', 'draft'] as const

/** Four periods; of the running year two are published, the third is open, the fourth has not begun. */
export function periodRows(schoolId: string, year: DemoYear, day: IsoDay, newId: () => string) {
  const spans = year.status === 'active' ? runningPeriods(year, day) : []
  return proposePeriods(year).map(({ number, name, ...proposed }, index) => {
    const { startsOn, endsOn } = spans[index] ?? proposed
    const over = year.status === 'closed' ? 'published' : 'draft'
    return {
      schoolId,
      id: newId(),
      schoolYearId: year.id,
      number,
      name,
      startsOn: dayToDate(startsOn),
      endsOn: dayToDate(endsOn),
      status: year.status === 'active' ? (runningStatus[index] ?? 'draft') : over,
    }
  })
}
