import { addDays, type IsoDay, weekday } from '@/lib/shared/dates'
import { easterSunday, isHoliday } from '@/lib/shared/holidays'
import type { DemoYear } from '../years'

type Free = { from: IsoDay; days: number; name: string }

const mondayOf = (day: IsoDay): IsoDay => addDays(day, 1 - weekday(day))

/** Holy Week, the recess of October (Decreto 1373 de 2007: the week before 12 October's Monday), and the long holidays in between. */
function freeWeeks(year: number, calendar: 'A' | 'B'): Free[] {
  const twelfth = mondayOf(`${year}-10-12`)
  return [
    { from: addDays(easterSunday(year), -6), days: 5, name: 'Semana Santa' },
    { from: addDays(twelfth, -7), days: 5, name: 'Receso de octubre' },
    calendar === 'A'
      ? { from: mondayOf(`${year}-06-18`), days: 19, name: 'Vacaciones de mitad de año' }
      : { from: `${year}-12-19`, days: 20, name: 'Vacaciones de fin de año' },
  ]
}

/** The free days of a year, without weekends and holidays, which are free anyway. */
export function freeDays(year: DemoYear, calendar: 'A' | 'B'): { day: IsoDay; name: string }[] {
  const years = [...new Set([year.startsOn, year.endsOn].map((day) => Number(day.slice(0, 4))))]
  return years
    .flatMap((one) => freeWeeks(one, calendar))
    .flatMap(({ from, days, name }) =>
      Array.from({ length: days }, (_, index) => ({ day: addDays(from, index), name })),
    )
    .filter(({ day }) => day >= year.startsOn && day <= year.endsOn && weekday(day) <= 5 && !isHoliday(day))
}
