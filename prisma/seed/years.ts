import { proposePeriods, proposeYear } from '@/lib/domain/years/rules'
import { dayToDate, type IsoDay } from '@/lib/shared/dates'

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

/** Four periods; of the running year those that have ended are published, and the one that runs is open. */
export function periodRows(schoolId: string, year: DemoYear, day: IsoDay, newId: () => string) {
  return proposePeriods(year).map(({ startsOn, endsOn, number, name }) => {
    const running = endsOn < day ? 'published' : startsOn <= day ? 'open' : 'draft'
    return {
      schoolId,
      id: newId(),
      schoolYearId: year.id,
      number,
      name,
      startsOn: dayToDate(startsOn),
      endsOn: dayToDate(endsOn),
      status: year.status === 'closed' ? 'published' : year.status === 'planning' ? 'draft' : running,
    }
  })
}
